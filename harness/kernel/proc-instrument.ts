import type { CounterName } from './counters.ts';
import type { Instrument, ProcessMonitor } from './instrument.ts';
import type { LivingProcess } from './living-process.ts';
import { parseCounter } from './parse-counters.ts';
import { OpenProcFile } from './proc-file.ts';
import { readCounters } from './read-counters.ts';
import { statusScanner } from './scan-status.ts';
import { sessionFinder } from './session-processes.ts';
import { sumCounters } from './sum-counters.ts';
import { cpuSecondsOf } from './thread-times.ts';

/** Linux: the kernel's own counters. Exact at checkpoints; 0.03-0.1 ms a sample. */
export const procInstrument: Instrument = {
  id: 'proc',
  curvePace: { denseMs: 10, sparseMs: 80 },
  pollingPace: { denseMs: 2, sparseMs: 15 },
  attach: monitorSession,
};

/** How long a new process may go unseen: at first, since most are started early, and later on. */
const SCAN_MS = { first: 20, longest: 320 };

function monitorSession(pid: number, launcherPid?: number): ProcessMonitor {
  const files = new Map<number, StatusFile>();
  const findProcesses = sessionFinder(pid, launcherPid);
  let scanMs = SCAN_MS.first;
  let scanDue = 0;
  let ticksSeconds: number | null = null;

  const scan = () => {
    const members = findProcesses();
    scanMs = Math.min(2 * scanMs, SCAN_MS.longest);
    for (const member of members) {
      if (files.has(member.pid)) continue;
      scanMs = SCAN_MS.first; // one new process is often followed by others
      files.set(member.pid, statusFile(member.pid, files.size < MOST_KEPT_OPEN));
    }
    if (members.length === 0) return;
    ticksSeconds = members.reduce((sum, member) => sum + ticksSecondsOf(member), 0);
  };
  const forget = (member: number) => {
    files.get(member)?.close();
    files.delete(member);
  };

  return {
    read: async () => sumCounters(findProcesses().flatMap((one) => readCounters(one) ?? [])),
    cpuSeconds() {
      const members = findProcesses();
      return members.length === 0
        ? undefined
        : members.reduce((sum, member) => sum + cpuSecondsOf(member), 0);
    },
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
        const rss = bytes && rssIn(bytes);
        if (bytes === undefined || rss === undefined) {
          forget(member); // gone, or a zombie, which has no memory
          continue;
        }
        rssBytes += rss;
        const peak = peakIn(bytes) ?? 0;
        peakRssBytes += peak;
        largestPeakRssBytes = Math.max(largestPeakRssBytes, peak);
        largestFileRssBytes = Math.max(largestFileRssBytes, filePagesIn(bytes) ?? 0);
        threads += threadsIn(bytes) ?? 1;
        processes += 1;
      }
      return processes === 0
        ? undefined
        : {
            ...{ rssBytes, peakRssBytes, largestPeakRssBytes, largestFileRssBytes },
            ...{ threads, processes, cpuSeconds: ticksSeconds },
          };
    },
    close: () => [...files.keys()].forEach(forget),
  };
}

const rssIn = statusScanner('rssBytes');
const peakIn = statusScanner('peakRssBytes');
const filePagesIn = statusScanner('fileRssBytes');
const threadsIn = statusScanner('threads');

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

/** Both counters are read from `stat`, which a living process has. */
function ticksSecondsOf({ stat }: LivingProcess): number {
  const seconds = (name: CounterName) => parseCounter(name, { stat }) ?? 0;
  return seconds('userCpuSeconds') + seconds('systemCpuSeconds');
}
