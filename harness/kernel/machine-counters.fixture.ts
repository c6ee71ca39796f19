import { MACHINE_COUNTERS, type MachineCounters } from './machine-counters.ts';

/** The counters of a machine that has just started, for tests of what is done with them. */
export const allAtZero = Object.fromEntries(
  Object.keys(MACHINE_COUNTERS).map((name) => [name, 0]),
) as MachineCounters;
