import { mean, median, sampleVariance } from 'simple-statistics';

/** One of two values around which runs gather. */
export interface Mode {
  readonly value: number;
  /** How many runs are near it. */
  readonly runs: number;
}

/** With fewer runs, noise of one mode looks like two too often. */
export const LEAST_RUNS_OF_MODES = 12;

/** A mode that is rarer is made of outliers: it moves no median. */
const LEAST_SHARE = 0.15;
const LEAST_RUNS = 3;

/**
 * The least distance of two modes, in standard deviations within them. Of mixtures that were fitted to many values, 2 are
 * enough (Ashman, Bird and Zepf, Detecting bimodality in astronomical datasets, Astronomical Journal 108, 1994, 2348-2361).
 * Here the values are few, and split where the distance is largest, so that even uniform noise shows 5.6 in one of twenty
 * samples of 12. With 6.5, noise of one mode is called two in at most 2 of 100 samples (`two-modes.test.ts`).
 */
const LEAST_DISTANCE = 6.5;

/**
 * Finds the two values around which runs gather, the lower first. The runs are split in two where the distance of the means
 * is the largest multiple of the standard deviation within the parts (Ashman's D).
 *
 * @returns undefined with fewer than 12 values, or when no split separates two modes.
 */
export function twoModes(values: readonly number[]): readonly [Mode, Mode] | undefined {
  if (values.length < LEAST_RUNS_OF_MODES) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const least = Math.max(LEAST_RUNS, Math.ceil(LEAST_SHARE * sorted.length));
  let farthest = { distance: 0, split: 0 };
  for (let split = least; split <= sorted.length - least; split += 1) {
    const distance = distanceOf(sorted.slice(0, split), sorted.slice(split));
    if (distance > farthest.distance) farthest = { distance, split };
  }
  if (farthest.distance < LEAST_DISTANCE) return undefined;
  return [modeOf(sorted.slice(0, farthest.split)), modeOf(sorted.slice(farthest.split))];
}

function distanceOf(lower: readonly number[], higher: readonly number[]): number {
  const within = Math.sqrt((sampleVariance([...lower]) + sampleVariance([...higher])) / 2);
  const between = mean([...higher]) - mean([...lower]);
  return between === 0 ? 0 : between / within;
}

function modeOf(values: readonly number[]): Mode {
  return { value: median([...values]), runs: values.length };
}
