import { median, sum } from 'simple-statistics';
import { CONFIDENCE, type Interval, including } from './interval.ts';
import { medianInterval } from './median-interval.ts';

/** The ok runs of one size (number of tasks). */
export interface SizeGroup {
  readonly tasks: number;
  readonly runs: readonly SizeRun[];
}

/** The value of one run, with its block. */
export interface SizeRun {
  readonly repeat: number;
  readonly value: number;
}

/** The cost of one more task, and the memory without tasks, in bytes. */
export interface TaskCost {
  readonly perTask: number;
  /** Undefined with fewer than three complete blocks. */
  readonly interval: Interval | undefined;
  readonly base: number;
  /** Largest relative difference of neighbouring steps; above 0.2, the cost is not constant. Undefined for a slope of 0. */
  readonly lackOfFit: number | undefined;
  /** The largest share of the weight that one size has; above 0.5, that size decides the slope alone. */
  readonly heaviestSize: number;
}

/** Fewer sizes cannot show whether the line is straight. */
export const LEAST_SIZES = 4;

/**
 * Fits a robust line through the medians of the sizes. The slope is the weighted median of the slopes between all pairs of
 * sizes; the weight is their distance (Theil 1950, Sen 1968; weights as in Jaeckel 1972). Pairs that determine the slope
 * best count most.
 *
 * How robust that is depends on the sizes. A size whose pairs have less than half of the weight cannot bend the line: it
 * leaves the slope between those of the other sizes, however wrong it is. A size with more than half decides it alone. The
 * share of the weightiest size is returned: 0.48 for 1, 10,000, 100,000, 500,000, 750,000 and 1,000,000 tasks, but 0.94 for
 * 1, 10,000, 100,000 and 1,000,000, whose slope is that of two points.
 *
 * The interval is that of the median of one slope for each block, which holds one run of every size. The number of blocks
 * follows from the memory at each size, not from the width of this interval, so it needs no higher level (93 to 97 %
 * coverage when blocks were added until memory was settled).
 *
 * @param grain the smallest step of the measurement, in bytes.
 * @returns undefined for fewer than four sizes.
 */
export function taskCost(groups: readonly SizeGroup[], grain: number): TaskCost | undefined {
  if (groups.length < LEAST_SIZES) return undefined;
  const sorted = [...groups].sort((a, b) => a.tasks - b.tasks);
  const sizes = sorted.map(({ tasks }) => tasks);
  const medians = sorted.map(({ runs }) => median(runs.map(({ value }) => value)));
  const perTask = weightedSlope(sizes, medians);
  const interval = medianInterval(blockSlopes(sorted), CONFIDENCE, slopeGrain(sorted, grain));
  return {
    perTask,
    interval: interval && including(interval, perTask),
    base: median(medians.map((value, index) => value - perTask * (sizes[index] ?? 0))),
    lackOfFit: lackOfFit(sizes, medians, perTask),
    heaviestSize: heaviestSize(sizes),
  };
}

/** The largest share of the weight of all pairs that the pairs with one size have. */
function heaviestSize(sizes: readonly number[]): number {
  const weights = sizes.map((size) => sum(sizes.map((other) => Math.abs(size - other))));
  return Math.max(...weights) / (sum(weights) / 2);
}

/** The slope of each complete block, in bytes per task: a line through its runs, one of every size. */
export function blockSlopes(groups: readonly SizeGroup[]): readonly number[] {
  const sizes = groups.map(({ tasks }) => tasks);
  const repeats = new Set(groups.flatMap(({ runs }) => runs.map(({ repeat }) => repeat)));
  return [...repeats]
    .map((repeat) =>
      groups.flatMap(({ runs }) => runs.find((run) => run.repeat === repeat)?.value ?? []),
    )
    .filter((values) => values.length === groups.length)
    .map((values) => weightedSlope(sizes, values));
}

/** The smallest step of a slope: that of the memory, divided by the difference between the largest and the smallest size. */
export function slopeGrain(groups: readonly SizeGroup[], grain: number): number {
  const sizes = groups.map(({ tasks }) => tasks);
  return grain / (Math.max(...sizes) - Math.min(...sizes));
}

function weightedSlope(xs: readonly number[], ys: readonly number[]): number {
  const slopes = xs.flatMap((x, i) =>
    xs.slice(i + 1).map((later, offset) => {
      const distance = later - x;
      const slope = ((ys[i + 1 + offset] ?? 0) - (ys[i] ?? 0)) / distance;
      return { slope, weight: Math.abs(distance) };
    }),
  );
  slopes.sort((a, b) => a.slope - b.slope);
  const half = slopes.reduce((total, { weight }) => total + weight, 0) / 2;
  let passed = 0;
  for (const { slope, weight } of slopes) {
    passed += weight;
    if (passed >= half) return slope;
  }
  throw new Error('a slope needs two different sizes');
}

function lackOfFit(
  xs: readonly number[],
  ys: readonly number[],
  slope: number,
): number | undefined {
  if (slope === 0) return undefined;
  const steps = xs
    .slice(1)
    .map((x, index) => ((ys[index + 1] ?? 0) - (ys[index] ?? 0)) / (x - (xs[index] ?? 0)));
  const differences = steps
    .slice(1)
    .map((step, index) => Math.abs(step - (steps[index] ?? 0)) / Math.abs(slope));
  return Math.max(...differences);
}
