import pidusage from 'pidusage';
import type { Instrument, Watch } from './instrument.ts';

/**
 * Where there is no /proc: pidusage asks the system's own tool (ps) again and again. It sees the first process
 * only, and a peak between two looks is missed, so every figure of it is marked `peak_source=polled`.
 */
export const pollingInstrument: Instrument = {
  id: 'pidusage',
  intervalMs: 200,
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
        : { rssBytes: usage.memory, threads: null, processes: 1 };
    },
    close: () => pidusage.clear(),
  };
}
