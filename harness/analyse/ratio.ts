import { mean, median, sampleVariance } from 'simple-statistics';
import type { Interval } from './bootstrap.ts';
import { studentQuantile } from './student.ts';

/** How many times one figure is another. */
export interface Ratio {
  readonly ratio: number;
  /** Undefined where too few runs were made for an honest one. */
  readonly interval: Interval | undefined;
}

/** Fewer runs of a case show too little of its spread. */
const LEAST_RUNS = 3;

/**
 * The ratio of two medians, with Welch's interval on logarithms (Welch 1947): noise of run times and of memory is
 * about proportional, and the two sides may differ in it.
 *
 * @param confidence of the interval; make it stricter where several ratios are looked at together.
 * @returns undefined where there is no ratio: no values, or a median that is not positive.
 */
export function ratioOfMedians(
  values: readonly number[],
  baseline: readonly number[],
  confidence = 0.95,
): Ratio | undefined {
  if (values.length === 0 || baseline.length === 0) return undefined;
  const [over, under] = [median([...values]), median([...baseline])];
  if (over <= 0 || under <= 0) return undefined;
  return { ratio: over / under, interval: welchInterval(values, baseline, confidence) };
}

function welchInterval(
  values: readonly number[],
  baseline: readonly number[],
  confidence: number,
): Interval | undefined {
  if (Math.min(values.length, baseline.length) < LEAST_RUNS) return undefined;
  if (Math.min(...values, ...baseline) <= 0) return undefined;
  const sides = [values, baseline].map((side) => {
    const logs = side.map(Math.log);
    return {
      mean: mean(logs),
      square: sampleVariance(logs) / logs.length,
      degrees: logs.length - 1,
    };
  });
  const difference = sides.reduceRight((total, side) => side.mean - total, 0);
  const square = sides.reduce((total, side) => total + side.square, 0);
  const degrees =
    square ** 2 / sides.reduce((total, side) => total + side.square ** 2 / side.degrees, 0);
  const half = square === 0 ? 0 : studentQuantile(confidence, degrees) * Math.sqrt(square);
  return { low: Math.exp(difference - half), high: Math.exp(difference + half) };
}
