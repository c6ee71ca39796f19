import { expect, test } from 'vitest';
import type { Counters } from '../model/reading.ts';
import { sumCounters } from './sum-counters.ts';

const one: Counters = {
  processes: 1,
  threads: 2,
  rssBytes: 3,
  pssBytes: 4,
  privateBytes: 5,
  peakRssBytes: 6,
  pageTableBytes: 7,
  swapBytes: 8,
  userCpuSeconds: 9,
  systemCpuSeconds: 10,
  minorFaults: 11,
  majorFaults: 12,
  voluntarySwitches: 13,
  involuntarySwitches: 14,
  rollupRssBytes: 15,
};

test('every counter is added', () => {
  const doubled = Object.fromEntries(Object.entries(one).map(([key, value]) => [key, 2 * value]));
  expect(sumCounters([one, one])).toEqual(doubled);
});

test('unknown of one is unknown of all, and does not spread', () => {
  const sum = sumCounters([one, { ...one, pssBytes: null }, one]);
  expect(sum).toMatchObject({ pssBytes: null, rssBytes: 9, processes: 3 });
});

test('of no process there is nothing', () => {
  expect(sumCounters([])).toBeUndefined();
});
