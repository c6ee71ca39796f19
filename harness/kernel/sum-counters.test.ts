import { expect, test } from 'vitest';
import { counterNames, countersBy } from './counters.ts';
import { sumCounters } from './sum-counters.ts';

/** Another number for each counter: processes 1, threads 2, … */
const one = countersBy((name) => counterNames.indexOf(name) + 1);

test('every counter is added', () => {
  const doubled = Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, 2 * Number(value)]),
  );
  expect(sumCounters([one, one])).toEqual(doubled);
});

test('unknown of one is unknown of all, and does not spread', () => {
  const sum = sumCounters([one, { ...one, pssBytes: null }, one]);
  expect(sum).toMatchObject({ pssBytes: null, rssBytes: 9, processes: 3 });
});

test('of no process there is nothing', () => {
  expect(sumCounters([])).toBeUndefined();
});
