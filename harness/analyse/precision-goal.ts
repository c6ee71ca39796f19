import { usualPrecision } from '../metrics/usual-precision.ts';
import type { RunMetric } from '../model/metric.ts';
import type { PrecisionGoal } from './judge-precision.ts';
import { USUAL_MOST_RUNS } from './looks.ts';

/** What the user has asked of all figures. */
export interface AskedPrecision {
  /** Relative, 0.01 for ±1 %; undefined for what is usual for the unit of each metric. */
  readonly precision?: number | undefined;
  readonly mostRuns?: number | undefined;
}

/** What is asked of a metric. */
export function precisionGoal(
  { unit, grain }: Pick<RunMetric, 'unit' | 'grain'>,
  { precision = usualPrecision[unit], mostRuns = USUAL_MOST_RUNS }: AskedPrecision = {},
): PrecisionGoal {
  return { precision, mostRuns, grain };
}
