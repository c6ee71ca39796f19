import { expect, test } from 'vitest';
import { metrics } from '../metrics/all-metrics.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { rankRuntimes } from './rank.ts';
import { runRowWith } from './run-row.fixture.ts';

function runsOf(runtimeId: string, values: readonly number[], changes: Partial<RunRow> = {}) {
  return values.map((value) =>
    runRowWith({ runtime_id: runtimeId, peak_rss_bytes: value * 1e6, ...changes }),
  );
}

function ranksOf(rows: readonly RunRow[], better: 'lower' | 'higher' = 'lower') {
  const metric = { ...metrics.peak_rss_bytes, better };
  return rankRuntimes(rows, metric).map(({ runtimeId, rank }) => [runtimeId, rank]);
}

const small = runsOf('small@1', [100, 101, 102]);
const large = runsOf('large@1', [200, 201, 202]);

test('what differs is ranked, whichever way is better', () => {
  expect(ranksOf([...large, ...small])).toEqual([
    ['small@1', 1],
    ['large@1', 2],
  ]);
  expect(ranksOf([...large, ...small], 'higher')).toEqual([
    ['large@1', 1],
    ['small@1', 2],
  ]);
});

test('the ratio to the best: of itself exactly 1, of the others with an interval', () => {
  const [first, second] = rankRuntimes([...large, ...small], metrics.peak_rss_bytes);
  expect(first?.ratioToBest).toEqual({ ratio: 1, interval: { low: 1, high: 1 } });
  expect(second?.median).toBe(201e6);
  expect(second?.ratioToBest.ratio).toBeCloseTo(201 / 101, 9);
  expect(second?.ratioToBest.interval?.low).toBeGreaterThan(1.8);
});

test('the middle one of three that only differ from end to end shares with the first', () => {
  const middle = runsOf('middle@1', [90, 145, 230]);
  expect(ranksOf([...small, ...middle, ...large])).toEqual([
    ['small@1', 1],
    ['middle@1', 1],
    ['large@1', 2],
  ]);
});

test('failed runs rank nobody', () => {
  const failed = runsOf('failed@1', [1, 1, 1], { status: 'crashed' });
  expect(ranksOf([...failed, ...small])).toEqual([['small@1', 1]]);
});

test('with two runs each nothing is claimed', () => {
  expect(ranksOf([...small.slice(1), ...large.slice(1)])).toEqual([
    ['small@1', 1],
    ['large@1', 1],
  ]);
});
