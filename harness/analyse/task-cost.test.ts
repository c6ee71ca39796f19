import { mean } from 'simple-statistics';
import { expect, test } from 'vitest';
import { sizeOf } from './run-row.fixture.ts';
import { drawn, type Noise, proportionalNoise } from './simulated-noise.fixture.ts';
import { blockSlopes, taskCost } from './task-cost.ts';

const SIZES = [1, 10_000, 100_000, 1_000_000];

function groups(valuesAt: (tasks: number) => readonly number[]) {
  return SIZES.map((tasks) => sizeOf(tasks, valuesAt(tasks)));
}

test('a straight line gives its slope and base; three blocks of it are sure of that within some pages', () => {
  const cost = taskCost(
    groups((tasks) => Array(3).fill(50e6 + 900 * tasks)),
    4_096,
  );
  expect(cost?.perTask).toBeCloseTo(900, 6);
  expect(cost?.base).toBeCloseTo(50e6, 0);
  const pagesPerTask = (bytes = Number.NaN) => (Math.abs(bytes - 900) * 1e6) / 4_096;
  for (const end of [cost?.interval?.low, cost?.interval?.high]) {
    expect(pagesPerTask(end)).toBeGreaterThan(1);
    expect(pagesPerTask(end)).toBeLessThan(4);
  }
  expect(cost?.lackOfFit).toBeLessThan(1e-6);
});

test('memory that does not grow costs nothing, and whether one number describes that is no question', () => {
  expect(
    taskCost(
      groups(() => [50e6]),
      4_096,
    ),
  ).toMatchObject({
    perTask: 0,
    base: 50e6,
    lackOfFit: undefined,
  });
});

test('one wild run in three does not move the slope', () => {
  const cost = taskCost(
    groups((tasks) => [50e6 + 900 * tasks, 50e6 + 900 * tasks, 9e9]),
    4_096,
  );
  expect(cost?.perTask).toBeCloseTo(900, 6);
});

test('a heap that doubles shows as lack of fit', () => {
  const doubling = (tasks: number) => 2 ** Math.ceil(Math.log2(50e6 + 900 * tasks));
  expect(
    taskCost(
      groups((tasks) => [doubling(tasks)]),
      4_096,
    )?.lackOfFit,
  ).toBeGreaterThan(0.2);
});

test('three sizes are too few to tell a line from a bend', () => {
  expect(taskCost(groups(() => [1]).slice(1), 4_096)).toBeUndefined();
});

test('the slope is not biased by noise', () => {
  const noise = proportionalNoise(0.01);
  const slopes = Array.from(
    { length: 300 },
    () =>
      taskCost(
        groups((tasks) => drawn(20, 50e6 + 900 * tasks, noise)),
        4_096,
      )?.perTask ?? 0,
  );
  expect(Math.abs(mean(slopes) / 900 - 1)).toBeLessThan(0.002);
});

test('a size that failed once leaves fewer whole blocks; fewer than three have no interval', () => {
  const failedOnce = (repeats: number) =>
    groups((tasks) => drawn(tasks === 1 ? repeats - 1 : repeats, 900 * tasks, () => 1));
  expect(taskCost(failedOnce(4), 4_096)?.interval).toBeDefined();
  expect(taskCost(failedOnce(3), 4_096)).toMatchObject({ perTask: 900, interval: undefined });
});

/** A machine that needs twice as much in each block as in the one before. */
const doubling = groups((tasks) => [900, 1_800, 3_600, 7_200].map((slope) => slope * tasks));

test('a run that failed takes its block along, and no run is held against one of another block', () => {
  const [first, ...others] = doubling;
  const failed = { tasks: 1, runs: first?.runs.slice(1) ?? [] };
  expect(blockSlopes([failed, ...others])).toEqual([1_800, 3_600, 7_200]);
});

test('sizes come in any order: runs were shuffled', () => {
  const bent = groups((tasks) => [50e6 + 40 * tasks ** 1.2]);
  const [a, b, c, d] = bent;
  expect(blockSlopes([c, a, d, b].flatMap((size) => size ?? []))).toEqual(blockSlopes(bent));
});

/** The sizes of the suites about a million tasks. */
const SPACED = [1, 10_000, 100_000, 500_000, 750_000, 1_000_000];

/** The cost with noise of 1 %, and with one size a fifth higher. */
function costWith(sizes: readonly number[], wrongSize: number | undefined, noise: Noise) {
  const bytesOf = (tasks: number) => (tasks === wrongSize ? 1.2 : 1) * (50e6 + 900 * tasks);
  return taskCost(
    sizes.map((tasks) => sizeOf(tasks, drawn(6, bytesOf(tasks), noise))),
    4_096,
  );
}

test.each(SPACED)(
  'of spaced sizes, %i being a fifth higher does not bend a straight line',
  (size) => {
    const cost = costWith(SPACED, size, () => 1);
    expect(cost?.perTask).toBeCloseTo(900, 6);
    expect(cost?.heaviestSize).toBeLessThan(0.5);
  },
);

test('the million being a fifth higher leaves the slope between those of the other sizes, also with noise', () => {
  const noise = proportionalNoise(0.01);
  for (let trial = 0; trial < 300; trial += 1) {
    const cost = costWith(SPACED, 1_000_000, noise)?.perTask ?? 0;
    expect(Math.abs(cost / 900 - 1)).toBeLessThan(0.05);
  }
});

test('of four sizes, ten times apart, the largest decides alone: a fifth higher is a cost a fifth higher', () => {
  const cost = costWith(SIZES, 1_000_000, () => 1);
  expect(cost?.heaviestSize).toBeCloseTo(0.935, 2);
  expect(cost?.perTask).toBeGreaterThan(900 * 1.2);
});
