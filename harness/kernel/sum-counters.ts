import type { Counters } from '../model/reading.ts';

/** The counters of several processes as one; what is unknown of one is unknown of all. */
export function sumCounters(processes: readonly Counters[]): Counters | undefined {
  const [first, ...others] = processes;
  return first && others.reduce(add, first);
}

function add(a: Counters, b: Counters): Counters {
  return {
    processes: a.processes + b.processes,
    rssBytes: a.rssBytes + b.rssBytes,
    threads: known(a.threads, b.threads),
    pssBytes: known(a.pssBytes, b.pssBytes),
    privateBytes: known(a.privateBytes, b.privateBytes),
    peakRssBytes: known(a.peakRssBytes, b.peakRssBytes),
    pageTableBytes: known(a.pageTableBytes, b.pageTableBytes),
    swapBytes: known(a.swapBytes, b.swapBytes),
    userCpuSeconds: known(a.userCpuSeconds, b.userCpuSeconds),
    systemCpuSeconds: known(a.systemCpuSeconds, b.systemCpuSeconds),
    minorFaults: known(a.minorFaults, b.minorFaults),
    majorFaults: known(a.majorFaults, b.majorFaults),
    voluntarySwitches: known(a.voluntarySwitches, b.voluntarySwitches),
    involuntarySwitches: known(a.involuntarySwitches, b.involuntarySwitches),
    rollupRssBytes: known(a.rollupRssBytes, b.rollupRssBytes),
  };
}

function known(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
