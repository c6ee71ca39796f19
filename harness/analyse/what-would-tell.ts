import { excludes } from './interval.ts';
import { MOST_REASONABLE_RUNS } from './judge-precision.ts';
import type { Ratio } from './ratio.ts';

/** What would tell two figures apart. */
export interface Remedy {
  /** About how many more runs of each. */
  readonly moreRuns: number;
  /** To which each must be known, relative to it. */
  readonly precision: number;
}

/**
 * What would tell two figures apart whose interval of the ratio includes 1, if the ratio is what it seems to be: the width
 * of an interval falls with the square root of the number of runs, and the errors of both sides add as independent ones.
 *
 * @param runs of the side with fewer.
 * @returns undefined when they are apart, when there is no interval, or when no reasonable number of runs would do.
 */
export function whatWouldTell({ ratio, interval }: Ratio, runs: number): Remedy | undefined {
  if (interval === undefined || excludes(interval, 1)) return undefined;
  const gap = Math.abs(Math.log(ratio));
  const error = Math.log(ratio > 1 ? ratio / interval.low : interval.high / ratio);
  const needed = Math.round(runs * (error / gap) ** 2);
  if (gap === 0 || needed > MOST_REASONABLE_RUNS) return undefined;
  return { moreRuns: Math.max(1, needed - runs), precision: gap / Math.SQRT2 };
}
