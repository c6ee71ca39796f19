import pidusage, { type Status } from 'pidusage';
import { onlyAlwaysKnown } from './counters.ts';
import type { Instrument, ProcessMonitor } from './instrument.ts';

/** Each poll starts a process: a faster pace would disturb what it measures. */
const PACE = { denseMs: 100, sparseMs: 400 };

/**
 * Where there is no /proc: pidusage runs the system's own tool (ps) again and again. It sees the first process only,
 * and misses a peak between two polls, so every figure from it is marked `peak_source=polled`.
 */
export const pollingInstrument: Instrument = {
  id: 'pidusage',
  curvePace: PACE,
  pollingPace: PACE,
  attach: pollProcess,
};

/** What pidusage tells of a process; undefined once it is gone. */
export async function usageOf(pid: number): Promise<Status | undefined> {
  process.env.PIDUSAGE_SILENT = '1'; // else it prints a stack trace where there is no getconf
  return pidusage(pid).catch(() => undefined); // it rejects once the process is gone
}

function pollProcess(pid: number): ProcessMonitor {
  const poll = () => usageOf(pid);
  return {
    async read() {
      const usage = await poll();
      // It reports user and system CPU time as one sum only.
      return usage && onlyAlwaysKnown({ processes: 1, rssBytes: usage.memory });
    },
    cpuSeconds: () => undefined, // ps counts in ticks
    async sample() {
      const usage = await poll();
      return (
        usage && {
          rssBytes: usage.memory,
          peakRssBytes: null,
          largestPeakRssBytes: null,
          largestFileRssBytes: null,
          threads: null,
          processes: 1,
          cpuSeconds: usage.ctime / 1000,
        }
      );
    },
    close: () => pidusage.clear(),
  };
}
