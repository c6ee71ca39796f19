/** A confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The confidence of an interval that stands alone. */
export const CONFIDENCE = 0.95;

/** The confidence of each of several intervals that are read together, so that all hold as often as one alone (Bonferroni). */
export function sharedConfidence(intervals: number): number {
  return 1 - (1 - CONFIDENCE) / Math.max(1, intervals);
}

/** Whether the interval rules a value out: only then is a difference from it more than noise. */
export function excludes({ low, high }: Interval, value: number): boolean {
  return value < low || high < value;
}

/** The interval, stretched to an estimate that rounding or another estimator may have put beside it. */
export function including({ low, high }: Interval, estimate: number): Interval {
  return { low: Math.min(low, estimate), high: Math.max(high, estimate) };
}
