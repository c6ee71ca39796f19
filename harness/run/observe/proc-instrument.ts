import type { Counters } from '../../vocabulary/reading.ts';
import type { Instrument, QuickLook, Watch } from './instrument.ts';
import { numbersIn, OpenProcFile, readProc } from './proc-file.ts';
import { parseProcStat } from './proc-stat.ts';
import { parseProcStatus, parseSwitches } from './proc-status.ts';
import { sessionProcesses } from './session-processes.ts';
import { parseSmapsRollup } from './smaps-rollup.ts';

/** Linux: the kernel's own counters. Exact at checkpoints; 0.03-0.1 ms a sample. */
export const procInstrument: Instrument = {
  id: 'proc',
  intervalMs: 20,
  watch: watchSession,
};

/** How many samples pass between two looks for new processes of the session: a scan of /proc costs more than a sample. */
const SAMPLES_A_SCAN = 5;

function watchSession(pid: number): Watch {
  const files = new Map<number, OpenProcFile>();
  let samples = 0;

  const refresh = () => {
    for (const member of sessionProcesses(pid)) {
      if (files.has(member)) continue;
      const file = OpenProcFile.open(`/proc/${member}/status`);
      if (file) files.set(member, file);
    }
  };
  const forget = (member: number) => {
    files.get(member)?.close();
    files.delete(member);
  };

  return {
    read: async () => sumCounters(sessionProcesses(pid).flatMap(readProcess)),
    sample() {
      if (samples % SAMPLES_A_SCAN === 0) refresh();
      samples += 1;
      let rssBytes = 0;
      let threads = 0;
      let processes = 0;
      for (const [member, file] of files) {
        const look = quickLook(file);
        if (look === undefined) {
          forget(member);
          continue;
        }
        rssBytes += look.rssBytes;
        threads += look.threads ?? 0;
        processes += 1;
      }
      return processes === 0 ? undefined : { rssBytes, threads, processes };
    },
    close: () => [...files.keys()].forEach(forget),
  };
}

const RSS = Buffer.from('\nVmRSS:');
const THREADS = Buffer.from('\nThreads:');

function quickLook(file: OpenProcFile): QuickLook | undefined {
  const bytes = file.read();
  if (bytes === undefined) return undefined;
  const kilobytes = integerAfter(bytes, RSS);
  if (kilobytes === undefined) return undefined; // a zombie
  return {
    rssBytes: kilobytes * 1024,
    threads: integerAfter(bytes, THREADS) ?? 1,
    processes: 1,
  };
}

/** The decimal number behind a label, read off the bytes: a sample makes no string. */
function integerAfter(bytes: Buffer, label: Buffer): number | undefined {
  const at = bytes.indexOf(label);
  if (at === -1) return undefined;
  let value = 0;
  for (let index = at + label.length; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? NEWLINE;
    if (byte === NEWLINE) break;
    if (byte >= ZERO && byte <= NINE) value = value * 10 + (byte - ZERO);
  }
  return value;
}

const NEWLINE = 0x0a;
const ZERO = 0x30;
const NINE = 0x39;

/** Everything the kernel tells of one process; empty when it ended meanwhile. */
function readProcess(pid: number): readonly Counters[] {
  // The high-water mark first: the later, slower reads are of a program that waits, but be sure.
  const statusText = readProc(`/proc/${pid}/status`);
  const status = statusText === undefined ? undefined : parseProcStatus(statusText);
  const statLine = readProc(`/proc/${pid}/stat`);
  if (status === undefined || statLine === undefined) return [];
  const stat = parseProcStat(statLine);
  const rollupText = readProc(`/proc/${pid}/smaps_rollup`);
  const rollup = rollupText ? parseSmapsRollup(rollupText) : undefined;
  const switches = numbersIn(`/proc/${pid}/task`).map((thread) =>
    parseSwitches(readProc(`/proc/${pid}/task/${thread}/status`) ?? ''),
  );
  return [
    {
      processes: 1,
      threads: status.threads,
      rssBytes: status.rssBytes,
      pssBytes: rollup?.pssBytes ?? null,
      privateBytes: rollup?.privateBytes ?? null,
      peakRssBytes: status.peakRssBytes,
      pageTableBytes: status.pageTableBytes,
      swapBytes: status.swapBytes,
      userCpuSeconds: stat.userCpuSeconds,
      systemCpuSeconds: stat.systemCpuSeconds,
      minorFaults: stat.minorFaults,
      majorFaults: stat.majorFaults,
      voluntarySwitches: switches.reduce((sum, thread) => sum + thread.voluntary, 0),
      involuntarySwitches: switches.reduce((sum, thread) => sum + thread.involuntary, 0),
      rollupRssBytes: rollup?.rssBytes ?? null,
    },
  ];
}

/** The session's counters: the sum over its processes; what is unknown of one is unknown of all. */
function sumCounters(processes: readonly Counters[]): Counters | undefined {
  return processes.length === 0
    ? undefined
    : processes.reduce((sum, next) => {
        const total: Record<string, number | null> = {};
        for (const key of Object.keys(sum) as (keyof Counters)[]) {
          const [a, b] = [sum[key], next[key]];
          total[key] = a === null || b === null ? null : a + b;
        }
        return total as unknown as Counters;
      });
}
