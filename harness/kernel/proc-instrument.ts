import type { Counters } from '../model/reading.ts';
import type { Instrument, Watch } from './instrument.ts';
import type { LivingProcess } from './living-process.ts';
import { numbersIn, OpenProcFile, readProc } from './proc-file.ts';
import { parseProcStatus, parseSwitches } from './proc-status.ts';
import { sessionFinder } from './session-processes.ts';
import { parseSmapsRollup } from './smaps-rollup.ts';
import { sumCounters } from './sum-counters.ts';

/** Linux: the kernel's own counters. Exact at checkpoints; 0.03-0.1 ms a sample. */
export const procInstrument: Instrument = {
  id: 'proc',
  curvePace: { denseMs: 10, sparseMs: 80 },
  pollingPace: { denseMs: 2, sparseMs: 15 },
  watch: watchSession,
};

/** How long a new process may go unseen: at first, since most are started early, and later on. */
const SCAN_MS = { first: 20, longest: 320 };

function watchSession(pid: number, launcherPid?: number): Watch {
  const files = new Map<number, StatusFile>();
  const findProcesses = sessionFinder(pid, launcherPid);
  let scanMs = SCAN_MS.first;
  let scanDue = 0;
  let cpuSeconds: number | null = null;

  const scan = () => {
    const members = findProcesses();
    scanMs = Math.min(2 * scanMs, SCAN_MS.longest);
    for (const member of members) {
      if (files.has(member.pid)) continue;
      scanMs = SCAN_MS.first; // one new process is often followed by others
      files.set(member.pid, statusFile(member.pid, files.size < MOST_KEPT_OPEN));
    }
    if (members.length === 0) return;
    cpuSeconds = members.reduce(
      (sum, { stat }) => sum + stat.userCpuSeconds + stat.systemCpuSeconds,
      0,
    );
  };
  const forget = (member: number) => {
    files.get(member)?.close();
    files.delete(member);
  };

  return {
    read: async () => sumCounters(findProcesses().flatMap(readProcess)),
    sample() {
      const now = performance.now();
      if (now >= scanDue) {
        scan();
        scanDue = now + scanMs;
      }
      let rssBytes = 0;
      let peakRssBytes = 0;
      let largestPeakRssBytes = 0;
      let largestFileRssBytes = 0;
      let threads = 0;
      let processes = 0;
      for (const [member, file] of files) {
        const bytes = file.read();
        const rss = bytes && integerAfter(bytes, RSS);
        if (bytes === undefined || rss === undefined) {
          forget(member); // gone, or a zombie, which has no memory
          continue;
        }
        rssBytes += rss * 1024;
        const peak = (integerAfter(bytes, PEAK) ?? 0) * 1024;
        peakRssBytes += peak;
        largestPeakRssBytes = Math.max(largestPeakRssBytes, peak);
        const filePages = (integerAfter(bytes, FILE_PAGES) ?? 0) * 1024;
        largestFileRssBytes = Math.max(largestFileRssBytes, filePages);
        threads += integerAfter(bytes, THREADS) ?? 1;
        processes += 1;
      }
      return processes === 0
        ? undefined
        : {
            rssBytes,
            peakRssBytes,
            largestPeakRssBytes,
            largestFileRssBytes,
            threads,
            processes,
            cpuSeconds,
          };
    },
    close: () => [...files.keys()].forEach(forget),
  };
}

/** Each takes a descriptor, of which a process may have few. */
const MOST_KEPT_OPEN = 32;

/** The `status` of a process, to be read again and again. */
type StatusFile = Pick<OpenProcFile, 'read' | 'close'>;

function statusFile(pid: number, isKeptOpen: boolean): StatusFile {
  const path = `/proc/${pid}/status`;
  return (
    (isKeptOpen ? OpenProcFile.open(path) : undefined) ?? {
      read() {
        const file = OpenProcFile.open(path);
        const bytes = file?.read();
        file?.close();
        return bytes;
      },
      close() {},
    }
  );
}

const RSS = Buffer.from('\nVmRSS:');
const FILE_PAGES = Buffer.from('\nRssFile:');
const PEAK = Buffer.from('\nVmHWM:');
const THREADS = Buffer.from('\nThreads:');

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
function readProcess({ pid, stat }: LivingProcess): readonly Counters[] {
  // The high-water mark first: the later, slower reads are of a program that waits, but be sure.
  const statusText = readProc(`/proc/${pid}/status`);
  const status = statusText === undefined ? undefined : parseProcStatus(statusText);
  if (status === undefined) return [];
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
