/** A confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The confidence level of a single interval. */
export const CONFIDENCE = 0.95;

/** The confidence level of each of several simultaneous intervals, so that all hold with `CONFIDENCE` (Bonferroni). */
export function sharedConfidence(intervals: number): number {
  return 1 - (1 - CONFIDENCE) / Math.max(1, intervals);
}

/** Whether an interval excludes a value; only then is the difference from it more than noise. */
export function excludes({ low, high }: Interval, value: number): boolean {
  return value < low || high < value;
}

/** Extends an interval to include an estimate, which rounding or another estimator may have put outside it. */
export function including({ low, high }: Interval, estimate: number): Interval {
  return { low: Math.min(low, estimate), high: Math.max(high, estimate) };
}
