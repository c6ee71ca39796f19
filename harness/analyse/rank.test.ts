import { expect, test } from 'vitest';
import { metrics } from '../metrics/all-metrics.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { rankRuntimes } from './rank.ts';
import { runRowWith } from './run-row.fixture.ts';
import { drawn, proportionalNoise } from './simulated-noise.fixture.ts';

function runsOf(runtimeId: string, values: readonly number[], changes: Partial<RunRow> = {}) {
  return values.map((value) =>
    runRowWith({ runtime_id: runtimeId, peak_rss_bytes: value * 1e6, ...changes }),
  );
}

function ranksOf(rows: readonly RunRow[], better: 'lower' | 'higher' = 'lower') {
  const metric = { ...metrics.peak_rss_bytes, better };
  return rankRuntimes(rows, metric).map(({ runtimeId, best, worst }) => [runtimeId, best, worst]);
}

const small = runsOf('small@1', [100, 101, 102]);
const large = runsOf('large@1', [200, 201, 202]);

test('what differs is ranked, whichever way is better', () => {
  expect(ranksOf([...large, ...small])).toEqual([
    ['small@1', 1, 1],
    ['large@1', 2, 2],
  ]);
  expect(ranksOf([...large, ...small], 'higher')).toEqual([
    ['large@1', 1, 1],
    ['small@1', 2, 2],
  ]);
});

test('the ratio to the best: of itself exactly 1, of the others with an interval', () => {
  const [first, second] = rankRuntimes([...large, ...small], metrics.peak_rss_bytes);
  expect(first?.ratioTo('small@1')).toEqual({ ratio: 1, interval: { low: 1, high: 1 } });
  expect(second?.median).toBe(201e6);
  expect(second?.ratioTo('small@1')?.ratio).toBeCloseTo(201 / 101, 9);
  expect(second?.ratioTo('small@1')?.interval?.low).toBeGreaterThan(1.8);
});

test('the middle one of three that only differ from end to end may have any place', () => {
  const middle = runsOf('middle@1', [90, 145, 230]);
  expect(ranksOf([...small, ...middle, ...large])).toEqual([
    ['small@1', 1, 2],
    ['middle@1', 1, 3],
    ['large@1', 2, 3],
  ]);
});

test('failed runs rank nobody', () => {
  const failed = runsOf('failed@1', [1, 1, 1], { status: 'crashed' });
  expect(ranksOf([...failed, ...small])).toEqual([['small@1', 1, 1]]);
});

test('with two runs each nothing is claimed', () => {
  expect(ranksOf([...small.slice(1), ...large.slice(1)])).toEqual([
    ['small@1', 1, 2],
    ['large@1', 1, 2],
  ]);
});

test('a spread is placed by its runs: it has no place of its own among those that it overlaps', () => {
  const sure = (runtimeId: string, peak: number) =>
    runsOf(
      runtimeId,
      Array.from({ length: 14 }, (_, run) => peak + run / 100),
    );
  const spread = runsOf(
    'spread@1',
    [165, 181, 187, 240, 242, 253, 281, 289, 298, 301, 337, 339, 342, 347],
  );
  const rows = [sure('a@1', 100), sure('b@1', 200), spread, sure('c@1', 330), sure('d@1', 500)];
  expect(ranksOf(rows.flat())).toEqual([
    ['a@1', 1, 1],
    ['b@1', 2, 3],
    ['spread@1', 2, 4],
    ['c@1', 3, 4],
    ['d@1', 5, 5],
  ]);
});

test('each row stands in the range of its rank', () => {
  const noise = proportionalNoise(0.2);
  for (let session = 0; session < 200; session += 1) {
    const rows = Array.from({ length: 8 }, (_, name) =>
      runsOf(`name-${name}@1`, drawn(3 + 2 * name, 100 + 10 * name, noise)),
    );
    for (const [place, [, best, worst]] of ranksOf(rows.flat()).entries()) {
      expect(best).toBeLessThanOrEqual(place + 1);
      expect(worst).toBeGreaterThanOrEqual(place + 1);
    }
  }
});

test('what is a spread for the precision that was asked is one in the ranking', () => {
  const values = [97, 97, 97, 97, 98, 99, 100, 100, 101, 102, 103, 103, 103, 103];
  const isWide = (maxRepeats?: number) => {
    const asked = maxRepeats === undefined ? undefined : { maxRepeats };
    const ranks = rankRuntimes(runsOf('wide@1', values), metrics.peak_rss_bytes, undefined, asked);
    return ranks.map((rank) => rank.isWide);
  };
  expect(isWide()).toEqual([true]);
  expect(isWide(60)).toEqual([false]);
});
