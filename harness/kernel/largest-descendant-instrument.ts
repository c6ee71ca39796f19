import type { Instrument, ProcessMonitor } from './instrument.ts';
import { procInstrument } from './proc-instrument.ts';
import { readCounter } from './read-counters.ts';
import { sessionFinder } from './session-processes.ts';

/**
 * The kernel's counters for a program that another process starts and waits for, where that process (GNU time) reports
 * in the end what the largest descendant needed, and not what all needed together. Resident memory and its peak are
 * those of the largest process of the session other than its leader; all else is of the whole session.
 */
export const largestDescendantInstrument: Instrument = {
  ...procInstrument,
  attach(leader): ProcessMonitor {
    const monitor = procInstrument.attach(leader);
    const findProcesses = sessionFinder(leader);
    return {
      ...monitor,
      async read() {
        const session = await monitor.read();
        const descendants = findProcesses().map(({ pid }) => pid);
        const largest = largestOf(descendants.filter((pid) => pid !== leader));
        return session && largest && { ...session, processes: session.processes - 1, ...largest };
      },
    };
  },
};

/** Resident memory of the process with the highest mark; undefined when none is left. */
function largestOf(pids: readonly number[]) {
  return pids
    .flatMap((pid) => {
      const rssBytes = readCounter(pid, 'rssBytes');
      const peakRssBytes = readCounter(pid, 'peakRssBytes');
      return rssBytes === null || peakRssBytes === null ? [] : [{ rssBytes, peakRssBytes }];
    })
    .sort((a, b) => b.peakRssBytes - a.peakRssBytes)[0];
}
