import { expect, test } from 'vitest';
import { judgePrecision } from './judge-precision.ts';

const GOAL = { precision: 0.02, mostRuns: 30, grain: 0 };

function judge(values: readonly number[], changes: Partial<typeof GOAL> = {}) {
  return judgePrecision(values, { ...GOAL, ...changes });
}

/** Java's peaks with 100,000 virtual threads, in MB: they depend on when the collector runs. */
const PEAKS = [165, 181, 187, 240, 242, 253, 281, 289, 298, 301, 337, 339, 342, 347];

test('six runs within 2 % of their median are settled, in the range of the six', () => {
  expect(judge([99, 100, 101, 100.5, 99.5, 100])).toEqual({
    kind: 'settled',
    runs: 6,
    median: 100,
    interval: { low: expect.closeTo(99, 9), high: expect.closeTo(101, 9) },
  });
});

test('three or five runs settle nothing, however near they are', () => {
  expect(judge([100, 100, 100])).toMatchObject({ kind: 'not-settled', moreRuns: 3 });
  expect(judge([100, 100, 100, 100, 100])).toMatchObject({ kind: 'not-settled', moreRuns: 1 });
  expect(judge([100])).toEqual({
    kind: 'not-settled',
    runs: 1,
    median: 100,
    interval: undefined,
    moreRuns: undefined,
  });
});

test('fourteen runs all over a range are a spread: no plan would settle their median', () => {
  expect(judge(PEAKS)).toEqual({
    kind: 'spread',
    runs: 14,
    middleHalf: { low: 240.5, high: 328 },
    range: { low: 165, high: 347 },
  });
});

test('fewer than twelve runs are never called a spread, nor two modes', () => {
  expect(judge(PEAKS.slice(0, 11)).kind).toBe('not-settled');
  expect(judge(PEAKS.slice(0, 9), { mostRuns: 9 }).kind).toBe('not-settled');
});

test('two values between which the runs jump are both told', () => {
  const runs = [66, 96, 66, 65, 97, 66, 67, 96, 95, 66, 66, 66, 96, 67];
  expect(judge(runs)).toEqual({
    kind: 'two-modes',
    runs: 14,
    modes: [
      { value: 66, runs: 9 },
      { value: 96, runs: 5 },
    ],
  });
});

test('two values within the precision are one', () => {
  const runs = [100, 101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101];
  expect(judge(runs).kind).toBe('settled');
});

test('before twelve runs, one that is far from the others may be the first of a second mode', () => {
  const runs = [100, 100, 100, 100, 100, 100, 100, 100, 110];
  expect(judge(runs).kind).toBe('not-settled');
  expect(judge([...runs, 100, 100, 100, 100, 100]).kind).toBe('settled');
});

test('how many more runs would settle it follows from the width: half the width needs four times as many', () => {
  const runs = [96, 104, 98, 102, 99, 101];
  expect(judge(runs, { precision: 0.041 })).toMatchObject({ kind: 'settled' });
  expect(judge(runs, { precision: 0.02 })).toMatchObject({ kind: 'not-settled', moreRuns: 18 });
  expect(judge(runs, { precision: 0.01 })).toMatchObject({ kind: 'not-settled', moreRuns: 90 });
});

test('what the plan would settle goes on, and what it would not is a spread', () => {
  const runs = [97, 97, 97, 97, 98, 99, 100, 100, 101, 102, 103, 103, 103, 103];
  expect(judge(runs)).toMatchObject({ kind: 'spread' });
  expect(judge(runs, { mostRuns: 60 })).toMatchObject({ kind: 'not-settled' });
});

test('the order of runs decides nothing', () => {
  expect(judge(PEAKS.toReversed())).toEqual(judge(PEAKS));
});

test('what no reasonable number of runs would settle has no number, however wild a few runs are', () => {
  expect(judge([1.2e6, 1.5e6, 1.9e6])).toMatchObject({ kind: 'not-settled', moreRuns: undefined });
  expect(judge([1, 1e6, 1e12])).toMatchObject({ kind: 'not-settled', moreRuns: undefined });
});
