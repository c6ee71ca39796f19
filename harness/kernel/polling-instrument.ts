import pidusage from 'pidusage';
import type { Instrument, Watch } from './instrument.ts';

/** Asking takes a process of its own each time: faster would disturb what it measures. */
const PACE = { denseMs: 100, sparseMs: 400 };

/**
 * Where there is no /proc: pidusage asks the system's own tool (ps) again and again. It sees the first process
 * only, and a peak between two looks is missed, so every figure of it is marked `peak_source=polled`.
 */
export const pollingInstrument: Instrument = {
  id: 'pidusage',
  curvePace: PACE,
  pollingPace: PACE,
  watch: pollProcess,
};

function pollProcess(pid: number): Watch {
  const look = () => pidusage(pid).catch(() => undefined); // it rejects once the process is gone
  return {
    async read() {
      const usage = await look();
      return usage === undefined
        ? undefined
        : {
            processes: 1,
            threads: null,
            rssBytes: usage.memory,
            pssBytes: null,
            privateBytes: null,
            peakRssBytes: null,
            pageTableBytes: null,
            swapBytes: null,
            // It tells user and system time as one sum.
            userCpuSeconds: null,
            systemCpuSeconds: null,
            minorFaults: null,
            majorFaults: null,
            voluntarySwitches: null,
            involuntarySwitches: null,
            rollupRssBytes: null,
          };
    },
    async sample() {
      const usage = await look();
      return usage === undefined
        ? undefined
        : {
            rssBytes: usage.memory,
            peakRssBytes: null,
            largestPeakRssBytes: null,
            largestFileRssBytes: null,
            threads: null,
            processes: 1,
            cpuSeconds: usage.ctime / 1000,
          };
    },
    close: () => pidusage.clear(),
  };
}
