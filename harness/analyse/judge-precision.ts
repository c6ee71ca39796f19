import { median, quantile } from 'simple-statistics';
import { LEAST_BLOCKS } from '../model/repeats.ts';
import type { Interval } from './interval.ts';
import { nextLook, stoppingConfidence } from './looks.ts';
import { positiveMedianInterval } from './median-interval.ts';
import { LEAST_RUNS_OF_MODES, type Mode, twoModes } from './two-modes.ts';

/** What the runs of a case say about one figure. Only `not-settled` asks for more runs. */
export type Verdict = Settled | TwoModes | Spread | NotSettled;

/** The interval of the median is within the precision that was asked for. */
interface Settled {
  readonly kind: 'settled';
  readonly runs: number;
  readonly median: number;
  readonly interval: Interval;
}

/** The runs gather around two values. */
interface TwoModes {
  readonly kind: 'two-modes';
  readonly runs: number;
  /** The lower first. */
  readonly modes: readonly [Mode, Mode];
}

/** The runs differ so much that even the most that are planned would not settle their median. */
interface Spread {
  readonly kind: 'spread';
  readonly runs: number;
  /** Half of the runs are in it. */
  readonly middleHalf: Interval;
  /** The lowest and the highest run. */
  readonly range: Interval;
}

/** More runs are needed to say which of the others it is. */
interface NotSettled {
  readonly kind: 'not-settled';
  readonly runs: number;
  readonly median: number;
  /** Undefined for fewer than three runs. */
  readonly interval: Interval | undefined;
  /** About how many more runs would settle it; undefined without an interval, or where nobody would make so many. */
  readonly moreRuns: number | undefined;
}

/** Nobody makes more runs of a case; a prediction from few runs can be of any size. */
export const MOST_REASONABLE_RUNS = 200;

/** What is asked of a figure. */
export interface PrecisionGoal {
  /** How far the bounds of the interval may be from the median, relative to it: 0.02 for ±2 %. */
  readonly precision: number;
  /** The most runs of a case. */
  readonly mostRuns: number;
  /** The smallest step of the measurement. */
  readonly grain: number;
}

/** The least number of runs from which a spread is claimed, as of two modes. */
const LEAST_RUNS_OF_SPREAD = LEAST_RUNS_OF_MODES;

/**
 * Judges one figure of a case from the values of its ok runs alone, so that a comparison that was killed decides the same
 * after it is resumed.
 *
 * @param values one for each ok run, in any order; at least one.
 */
export function judgePrecision(values: readonly number[], goal: PrecisionGoal): Verdict {
  const runs = values.length;
  const middle = median([...values]);
  const modes = modesApart(values, goal.precision);
  if (modes !== undefined) return { kind: 'two-modes', runs, modes };
  const interval = positiveMedianInterval(values, stoppingConfidence(runs), goal.grain);
  const error = interval && Math.max(interval.high / middle - 1, 1 - interval.low / middle);
  const isPrecise = error !== undefined && runs >= LEAST_BLOCKS && error <= goal.precision;
  if (interval && isPrecise && !mayHaveModes(values, middle, goal.precision)) {
    return { kind: 'settled', runs, median: middle, interval };
  }
  const needed = error === undefined ? undefined : runsNeeded(runs, error, goal.precision);
  const isBeyondPlan = runs >= goal.mostRuns || (needed ?? 0) > goal.mostRuns;
  if (runs >= LEAST_RUNS_OF_SPREAD && isBeyondPlan) return spreadOf(values);
  const isReasonable = needed !== undefined && needed <= MOST_REASONABLE_RUNS;
  const moreRuns = isReasonable ? needed - runs : undefined;
  return { kind: 'not-settled', runs, median: middle, interval, moreRuns };
}

/** Two modes, unless they are so near that one value between them is precise enough for both. */
function modesApart(
  values: readonly number[],
  precision: number,
): readonly [Mode, Mode] | undefined {
  const modes = twoModes(values);
  if (modes === undefined) return undefined;
  const [low, high] = modes;
  return high.value - low.value > precision * (high.value + low.value) ? modes : undefined;
}

/** Whether a run is so far from the others that it may be the first of a second mode, which too few runs cannot tell yet. */
function mayHaveModes(values: readonly number[], middle: number, precision: number): boolean {
  if (values.length >= LEAST_RUNS_OF_MODES) return false;
  return values.some((value) => Math.abs(value / middle - 1) > 2 * precision);
}

/**
 * About how many runs a case needs in all, at least as many as at the next look: the width of an interval falls with the
 * square root of the number of runs.
 */
function runsNeeded(runs: number, error: number, precision: number): number {
  const next = nextLook(runs, Number.POSITIVE_INFINITY) ?? runs;
  const predicted = Math.round(runs * (error / precision) ** 2);
  return Math.max(predicted, runs < LEAST_BLOCKS ? next : runs + 1);
}

function spreadOf(values: readonly number[]): Spread {
  const of = (share: number) => quantile([...values], share);
  return {
    kind: 'spread',
    runs: values.length,
    middleHalf: { low: of(0.25), high: of(0.75) },
    range: { low: of(0), high: of(1) },
  };
}
