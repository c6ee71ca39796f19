import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { mean } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { taskCost } from './task-cost.ts';

const SIZES = [1, 10_000, 100_000, 1_000_000];

function groups(valuesAt: (tasks: number) => readonly number[]) {
  return SIZES.map((tasks) => ({ tasks, values: valuesAt(tasks) }));
}

test('a straight line gives its slope and base, with an interval of no width', () => {
  const cost = taskCost(groups((tasks) => [50e6 + 900 * tasks, 50e6 + 900 * tasks]));
  expect(cost?.perTask).toBeCloseTo(900, 6);
  expect(cost?.base).toBeCloseTo(50e6, 0);
  expect(cost?.interval.low).toBeCloseTo(900, 6);
  expect(cost?.interval.high).toBeCloseTo(900, 6);
  expect(cost?.lackOfFit).toBeLessThan(1e-6);
});

test('one wild run in three does not move the slope', () => {
  const cost = taskCost(groups((tasks) => [50e6 + 900 * tasks, 50e6 + 900 * tasks, 9e9]));
  expect(cost?.perTask).toBeCloseTo(900, 6);
});

test('a heap that doubles shows as lack of fit', () => {
  const doubling = (tasks: number) => 2 ** Math.ceil(Math.log2(50e6 + 900 * tasks));
  expect(taskCost(groups((tasks) => [doubling(tasks)]))?.lackOfFit).toBeGreaterThan(0.2);
});

test('three sizes are too few to tell a line from a bend', () => {
  expect(taskCost(groups(() => [1]).slice(1))).toBeUndefined();
});

describe('with noise', () => {
  const generator = xoroshiro128plus(1);
  // Box-Muller; memory figures scatter by about one percent.
  const gaussian = () =>
    Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator))) *
    Math.cos(2 * Math.PI * uniformFloat64(generator));

  test('the slope is not biased, and the interval holds the truth about as often as it says', () => {
    const trials = Array.from({ length: 300 }, () =>
      taskCost(
        groups((tasks) =>
          Array.from({ length: 20 }, () => (50e6 + 900 * tasks) * Math.exp(0.01 * gaussian())),
        ),
      ),
    );
    const slopes = trials.map((cost) => cost?.perTask ?? 0);
    expect(Math.abs(mean(slopes) / 900 - 1)).toBeLessThan(0.002);
    const covered = trials.filter(
      (cost) => cost && cost.interval.low <= 900 && 900 <= cost.interval.high,
    );
    expect(covered.length / trials.length).toBeGreaterThan(0.9);
    expect(covered.length / trials.length).toBeLessThan(0.99);
  });
});
