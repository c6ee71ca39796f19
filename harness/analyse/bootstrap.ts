import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { quantileSorted } from 'simple-statistics';
import type { Interval } from './interval.ts';

const RESAMPLES = 2_000;
/** Fixed, so that the same runs always give the same interval. */
const SEED = 20_240_601;

/**
 * The percentile bootstrap's 95 % interval of a statistic (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13).
 * For 20 values or more; with fewer it is too narrow for a median (`median-interval.ts`).
 *
 * @param groups values that were drawn together; each resample draws anew within each group.
 */
export function bootstrapInterval(
  groups: readonly (readonly number[])[],
  statistic: (groups: readonly (readonly number[])[]) => number,
): Interval {
  const generator = xoroshiro128plus(SEED);
  const estimates = Array.from({ length: RESAMPLES }, () =>
    statistic(
      groups.map((group) =>
        group.map(() => group[uniformInt(generator, 0, group.length - 1)] ?? Number.NaN),
      ),
    ),
  ).sort((a, b) => a - b);
  return { low: quantileSorted(estimates, 0.025), high: quantileSorted(estimates, 0.975) };
}
