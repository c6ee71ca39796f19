import { median } from 'simple-statistics';
import { PAGE_BYTES } from '../metrics/grains.ts';
import { CONFIDENCE, type Interval, including } from './interval.ts';
import { medianInterval } from './median-interval.ts';

/** The ok runs of one size: the number of tasks, and what each measured. */
export interface SizeGroup {
  readonly tasks: number;
  readonly runs: readonly SizeRun[];
}

/** One run's figure, with the block that it was made in. */
export interface SizeRun {
  readonly repeat: number;
  readonly value: number;
}

/** What one more task costs, and what there is with none. */
export interface TaskCost {
  readonly perTask: number;
  /** Undefined where fewer than three blocks are whole. */
  readonly interval: Interval | undefined;
  readonly base: number;
  /** Largest relative difference between neighbouring steps; over 0.2 the cost is not one number. Undefined for a slope of 0. */
  readonly lackOfFit: number | undefined;
}

/** Fewer sizes cannot tell a straight line from a bent one. */
export const LEAST_SIZES = 4;

/**
 * The robust line through the sizes' medians: the slope is the median of the slopes between all pairs of sizes,
 * weighted by their distance (Theil 1950, Sen 1968; weights as in Jaeckel 1972), so that the pairs that
 * know the slope best count most and one odd size cannot bend it. Its interval is that of the median of the slopes that the
 * blocks show, one each: a block holds one run of every size.
 *
 * @returns undefined for fewer than four sizes.
 */
export function taskCost(groups: readonly SizeGroup[]): TaskCost | undefined {
  if (groups.length < LEAST_SIZES) return undefined;
  const sorted = [...groups].sort((a, b) => a.tasks - b.tasks);
  const sizes = sorted.map(({ tasks }) => tasks);
  const medians = sorted.map(({ runs }) => median(runs.map(({ value }) => value)));
  const perTask = weightedSlope(sizes, medians);
  const interval = medianInterval(blockSlopes(sorted), CONFIDENCE, slopeGrain(sorted));
  return {
    perTask,
    interval: interval && including(interval, perTask),
    base: median(medians.map((value, index) => value - perTask * (sizes[index] ?? 0))),
    lackOfFit: lackOfFit(sizes, medians, perTask),
  };
}

/** What each whole block says a task costs: the slope through its runs, one of every size. */
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

/** The step in which memory is measured as that of a slope: over the tasks between the smallest and the largest size. */
export function slopeGrain(groups: readonly SizeGroup[]): number {
  const sizes = groups.map(({ tasks }) => tasks);
  return PAGE_BYTES / (Math.max(...sizes) - Math.min(...sizes));
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
