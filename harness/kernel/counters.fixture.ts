import { countersBy } from './counters.ts';

/** Counters of one process, for tests of what is done with them and not of what they say. */
export const oneProcess = countersBy(() => 1);
