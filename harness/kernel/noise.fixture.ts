import { allAtZero } from './machine-counters.fixture.ts';
import { noiseBetween } from './noise.ts';

/** The noise of a machine on which nothing else happened, for tests. */
export const quiet = noiseBetween(allAtZero, allAtZero, 0);
