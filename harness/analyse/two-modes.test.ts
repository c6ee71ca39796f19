import { expect, test } from 'vitest';
import {
  bimodalNoise,
  drawn,
  heavyTailedNoise,
  type Noise,
  proportionalNoise,
  shareOf,
  skewedNoise,
  uniformNoise,
} from './simulated-noise.fixture.ts';
import { twoModes } from './two-modes.ts';

const TRIALS = 6_000;

function foundIn(runs: number, noise: Noise): number {
  return shareOf(TRIALS, () => twoModes(drawn(runs, 1, noise)) !== undefined);
}

test('both values are told, and how often each', () => {
  const runs = [66, 96, 66, 65, 97, 66, 67, 96, 95, 66, 66, 66, 96, 67];
  expect(twoModes(runs)).toEqual([
    { value: 66, runs: 9 },
    { value: 96, runs: 5 },
  ]);
});

test('modes without any scatter are found; equal runs have one', () => {
  const counts = [...Array(7).fill(5), ...Array(7).fill(6)];
  expect(twoModes(counts)).toEqual([
    { value: 5, runs: 7 },
    { value: 6, runs: 7 },
  ]);
  expect(twoModes(Array(14).fill(5))).toBeUndefined();
});

test('eleven runs are too few to claim it, and two of fourteen are outliers', () => {
  expect(twoModes([...Array(6).fill(5), ...Array(5).fill(6)])).toBeUndefined();
  expect(twoModes([...Array(12).fill(5), ...Array(2).fill(6)])).toBeUndefined();
});

test('fourteen runs all over a range, as collectors make them, are not two modes', () => {
  const peaks = [165, 181, 187, 240, 242, 253, 281, 289, 298, 301, 337, 339, 342, 347];
  expect(twoModes(peaks)).toBeUndefined();
});

test.each([
  ['uniform', uniformNoise()],
  ['log-normal of 3 %', proportionalNoise(0.03)],
  ['log-normal of 100 %', proportionalNoise(1)],
  ['skewed', skewedNoise(0.1)],
  ['heavy-tailed', heavyTailedNoise(0.05)],
] as const)('noise of one mode (%s) is called two in at most 2 of 100 samples', (_, noise) => {
  for (const runs of [12, 14, 20, 30]) expect(foundIn(runs, noise)).toBeLessThan(0.02);
});

test.each([
  [14, 1 / 2, 0.95],
  [20, 1 / 2, 0.97],
  [14, 3 / 10, 0.8],
  [20, 3 / 10, 0.93],
  [30, 3 / 10, 0.95],
])(
  '%i runs, of which a share of %d is ten standard deviations higher: found in at least %d',
  (runs, share, least) => {
    expect(foundIn(runs, bimodalNoise(share))).toBeGreaterThan(least);
  },
);
