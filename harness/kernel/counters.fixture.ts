import type { Counters } from '../model/reading.ts';

/** Counters of one process, for tests of what is done with them and not of what they say. */
export const oneProcess: Counters = {
  processes: 1,
  threads: 1,
  rssBytes: 1,
  pssBytes: 1,
  privateBytes: 1,
  peakRssBytes: 1,
  pageTableBytes: 1,
  swapBytes: 0,
  userCpuSeconds: 0,
  systemCpuSeconds: 0,
  minorFaults: 0,
  majorFaults: 0,
  voluntarySwitches: 0,
  involuntarySwitches: 0,
  rollupRssBytes: 1,
};
