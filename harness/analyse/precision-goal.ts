import { usualPrecision } from '../metrics/usual-precision.ts';
import type { RunMetric } from '../model/metric.ts';
import { type UntilSettled, USUAL_MAX_REPEATS } from '../model/repeats.ts';
import type { PrecisionGoal } from './judge-precision.ts';

/**
 * What is asked of a metric.
 *
 * @param grain its smallest step on the machine.
 * @param asked of the comparison; undefined where every case was repeated equally often.
 */
export function precisionGoal(
  { unit }: Pick<RunMetric, 'unit'>,
  grain: number,
  asked?: UntilSettled,
): PrecisionGoal {
  const { precision = usualPrecision[unit], maxRepeats: mostRuns = USUAL_MAX_REPEATS } =
    asked ?? {};
  return { precision, mostRuns, grain };
}
