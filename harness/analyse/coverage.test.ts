// What the intervals claim, held against a truth that is known: thousands of simulated comparisons.
import { median } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { metrics } from '../metrics/all-metrics.ts';
import { excludes, type Interval } from './interval.ts';
import { positiveMedianInterval } from './median-interval.ts';
import { rankRuntimes } from './rank.ts';
import { ratioOfMedians, ratioOverCases } from './ratio.ts';
import { runRowWith, sizeOf } from './run-row.fixture.ts';
import {
  bimodalNoise,
  drawn,
  type Noise,
  proportionalNoise,
  shareOf,
} from './simulated-noise.fixture.ts';
import { taskCost } from './task-cost.ts';

const TRIALS = 2_400;
const SESSIONS = 400;
const REPEATS = [3, 5, 10, 20];
const DESIGNS = [
  { name: 'sizes that the largest decides', sizes: [1, 10_000, 100_000, 1_000_000] },
  { name: 'sizes of which none decides', sizes: [1, 10_000, 100_000, 500_000, 750_000, 1_000_000] },
  { name: 'sizes that all count', sizes: [2_000, 5_000, 10_000, 50_000, 100_000] },
];

const NOISES: readonly (readonly [string, (seed?: number) => Noise])[] = [
  ['noise of 1 %', (seed) => proportionalNoise(0.01, seed)],
  ['noise of 10 %', (seed) => proportionalNoise(0.1, seed)],
  ['one run in seven 10 % higher', (seed) => bimodalNoise(1 / 7, seed)],
  ['one run in four 10 % higher', (seed) => bimodalNoise(1 / 4, seed)],
];

/** The median that a noise has in the long run. */
function medianOf(noise: Noise): number {
  return median([...drawn(100_001, 1, noise)]);
}

function holds(interval: Interval | undefined, truth: number): boolean {
  return interval !== undefined && !excludes(interval, truth);
}

function expectCoverage(share: number, least = 0.93, most = 0.97) {
  expect(share).toBeGreaterThanOrEqual(least);
  expect(share).toBeLessThanOrEqual(most);
}

describe.each(NOISES)('%s', (_, noiseOf) => {
  const noise = noiseOf();
  const truth = medianOf(noise);

  test.each(REPEATS)(
    'the interval of a median of %i runs holds it in 93 to 97 of 100',
    (repeats) => {
      expectCoverage(
        shareOf(TRIALS, () => holds(positiveMedianInterval(drawn(repeats, 1, noise)), truth)),
      );
    },
  );

  describe.each(DESIGNS)('$name', ({ sizes }) => {
    test.each(REPEATS)(
      'the interval of a slope with %i runs a size holds it in 93 to 97 of 100',
      (repeats) => {
        const costOf = () =>
          taskCost(
            sizes.map((tasks) => sizeOf(tasks, drawn(repeats, 50e6 + 900 * tasks, noise))),
            4_096,
          );
        expectCoverage(shareOf(TRIALS / 3, () => holds(costOf()?.interval, 900 * truth)));
      },
    );
  });

  test.each(REPEATS)('the interval of a ratio of %i runs each holds it in 93 to 99 of 100', (n) => {
    const other = proportionalNoise(0.03, 2);
    const ratio = () => ratioOfMedians(drawn(n, 1.3, noise), drawn(n, 1, other));
    expectCoverage(
      shareOf(TRIALS, () => holds(ratio()?.interval, 1.3 * truth)),
      0.93,
      0.99,
    );
  });
});

test('the interval of a ratio over five cases of three runs, each with noise of its own, holds it in 93 to 97 %', () => {
  const noises = [0.01, 0.02, 0.05, 0.1, 0.3].map((spread, seed) =>
    proportionalNoise(spread, seed),
  );
  const ratio = () =>
    ratioOverCases(
      noises.map((noise) => ({ values: drawn(3, 1.3, noise), baseline: drawn(3, 1, noise) })),
    );
  expectCoverage(shareOf(TRIALS, () => holds(ratio()?.interval, 1.3)));
});

test('two modes of nearly equal weight are more than five runs can show: 85 %, from six on 91 %', () => {
  const noise = bimodalNoise(2 / 5);
  const truth = medianOf(noise);
  const coverage = (repeats: number) =>
    shareOf(TRIALS, () => holds(positiveMedianInterval(drawn(repeats, 1, noise)), truth));
  expect([3, 4, 5].map(coverage).every((share) => share > 0.85 && share < 0.95)).toBe(true);
  expect([6, 7, 10, 20].map(coverage).every((share) => share > 0.91 && share < 0.97)).toBe(true);
});

/** One session: each runtime with its own true figure, ranked. */
function rankedSession(truths: readonly number[], repeats: number, noise: Noise) {
  const rows = truths.flatMap((truth, name) =>
    drawn(repeats, truth, noise).map((value) =>
      runRowWith({ runtime_id: `name-${name}@1`, peak_rss_bytes: value }),
    ),
  );
  return rankRuntimes(rows, metrics.peak_rss_bytes);
}

describe('one runtime under several names', () => {
  const claims = (names: number, repeats: number, noise: Noise) =>
    shareOf(SESSIONS, () =>
      rankedSession(Array(names).fill(1e8), repeats, noise).some(({ best }) => best > 1),
    );

  test.each([
    [2, 3],
    [6, 3],
    [6, 10],
    [12, 3],
  ])(
    '%i names, %i runs, noise of 3 percent: a difference in at most 1 of 20 sessions',
    (names, repeats) => {
      expect(claims(names, repeats, proportionalNoise(0.03))).toBeLessThanOrEqual(0.05);
    },
  );

  test.each([
    [2, 3],
    [6, 5],
    [6, 10],
    [12, 5],
  ])(
    '%i names, %i runs, one in four 10 percent higher: a difference in at most 1 of 20 sessions',
    (names, repeats) => {
      expect(claims(names, repeats, bimodalNoise(1 / 4))).toBeLessThanOrEqual(0.05);
    },
  );

  // As often as the README says: three runs can all be of one mode, and the more names, the likelier that some are.
  test.each([
    [6, 3, 1 / 4, 0.05, 0.12],
    [6, 3, 2 / 5, 0.15, 0.25],
    [18, 3, 1 / 4, 0.1, 0.22],
    [18, 3, 2 / 5, 0.38, 0.52],
    [18, 5, 1 / 4, 0, 0.05],
    [18, 5, 2 / 5, 0.05, 0.15],
  ])(
    '%i names, %i runs, a share of %d 10 percent higher: too few runs, a difference in %d to %d of sessions',
    (names, repeats, higher, least, most) => {
      const share = claims(names, repeats, bimodalNoise(higher));
      expect(share).toBeGreaterThanOrEqual(least);
      expect(share).toBeLessThanOrEqual(most);
    },
  );
});

describe('a true gap of 10 % with noise of 3 % and ten runs is found in at least 90 %', () => {
  const noise = proportionalNoise(0.03);

  test('between two', () => {
    const found = shareOf(SESSIONS, () => rankedSession([1e8, 1.1e8], 10, noise)[1]?.best === 2);
    expect(found).toBeGreaterThanOrEqual(0.9);
  });

  test('by the last of six, of which the others are equal', () => {
    const truths = [1e8, 1e8, 1e8, 1e8, 1e8, 1.1e8];
    const found = shareOf(SESSIONS, () => rankedSession(truths, 10, noise)[5]?.best === 6);
    expect(found).toBeGreaterThanOrEqual(0.9);
  });
});
