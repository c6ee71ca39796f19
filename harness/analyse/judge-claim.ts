import { geometricMean, median } from 'simple-statistics';
import {
  type ClaimComparison,
  type ClaimFigure,
  type ClaimTest,
  figuresOf,
} from '../claims/claim.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { groupBy } from './group-by.ts';
import { CONFIDENCE, type Interval, sharedConfidence } from './interval.ts';
import { positiveMedianInterval } from './median-interval.ts';
import { type Ratio, ratioOverCases } from './ratio.ts';

/** What our runs say of a claim. */
export type ClaimVerdict =
  | 'holds here'
  | 'does not hold here'
  | 'cannot be told'
  | 'not measured here';

/** A verdict with all that it follows from. */
export interface Judgement {
  readonly verdict: ClaimVerdict;
  /** Every figure of the claim, once. */
  readonly figures: readonly MeasuredFigure[];
  /** None for a claim about one figure alone. */
  readonly comparisons: readonly JudgedComparison[];
}

/** A figure with what was measured of it. */
export interface MeasuredFigure {
  readonly figure: ClaimFigure;
  /** Undefined where some size of it has no ok run that counts. */
  readonly measured: Measured | undefined;
  /** Parameters of ok runs that do not count, since the figure is of others. */
  readonly otherParameters: readonly string[];
}

interface Measured {
  /** Where several versions were measured, the newest. */
  readonly runtimeId: string;
  /** The median; over several sizes their geometric mean. */
  readonly value: number;
  /** Of the median; undefined over several sizes, and for too few runs. */
  readonly interval: Interval | undefined;
  /** The values of the runs, by size. */
  readonly samples: readonly (readonly number[])[];
}

/** A comparison with what our runs say of it. */
export interface JudgedComparison {
  readonly comparison: ClaimComparison;
  readonly ratio: Ratio | undefined;
  readonly verdict: ClaimVerdict;
}

/**
 * Holds a claim against runs. It holds where every interval lies wholly on its side, does not where one lies wholly on the
 * other, and cannot be told between; the intervals of one claim hold together in 95 %. What refutes a claim does so
 * even where other figures of it are not measured; of a claim that needs any comparison, what holds decides so.
 */
export function judgeClaim(test: ClaimTest, runs: readonly RunRow[]): Judgement {
  const figures = figuresOf(test).map((figure) => ({
    figure,
    measured: measure(figure, runs),
    otherParameters: otherParameters(figure, runs),
  }));
  if (test.kind === 'comparisons') {
    const comparisons = judgeComparisons(test.comparisons, runs);
    return { verdict: verdictOf(comparisons, DECISIVE[test.needed]), figures, comparisons };
  }
  const [measured] = figures.flatMap((one) => one.measured ?? []);
  const verdict = measured ? verdictOn(measured.interval, test.from, test.to) : 'not measured here';
  return { verdict, figures, comparisons: [] };
}

function judgeComparisons(
  comparisons: readonly ClaimComparison[],
  runs: readonly RunRow[],
): readonly JudgedComparison[] {
  const pairs = comparisons.map((comparison) => ({
    comparison,
    more: measure(comparison.more, runs),
    less: measure(comparison.less, runs),
  }));
  const confidence = sharedConfidence(pairs.filter(({ more, less }) => more && less).length);
  return pairs.map(({ comparison, more, less }) => {
    if (!more || !less) return { comparison, ratio: undefined, verdict: 'not measured here' };
    const sides = more.samples.map((values, size) => ({
      values,
      baseline: less.samples[size] ?? [],
    }));
    const ratio = ratioOverCases(sides, confidence, grainOfFigure(comparison.more));
    const verdict = verdictOn(ratio?.interval, comparison.times, Number.POSITIVE_INFINITY);
    return { comparison, ratio, verdict };
  });
}

function verdictOn(interval: Interval | undefined, from: number, to: number): ClaimVerdict {
  if (interval === undefined) return 'cannot be told';
  if (interval.high < from || to < interval.low) return 'does not hold here';
  return from < interval.low && interval.high < to ? 'holds here' : 'cannot be told';
}

/** Which verdict on one comparison decides, whatever the others say: the first that there is. */
const DECISIVE = {
  all: ['does not hold here', 'not measured here', 'cannot be told', 'holds here'],
  any: ['holds here', 'not measured here', 'cannot be told', 'does not hold here'],
} as const;

function verdictOf(
  comparisons: readonly JudgedComparison[],
  decisive: readonly ClaimVerdict[],
): ClaimVerdict {
  const verdicts = new Set(comparisons.map(({ verdict }) => verdict));
  return decisive.find((verdict) => verdicts.has(verdict)) ?? 'not measured here';
}

function measure(figure: ClaimFigure, runs: readonly RunRow[]): Measured | undefined {
  const ofRuntime = runsOfNewest(figure, runs).filter(
    ({ parameters }) => parameters === (figure.parameters ?? parameters),
  );
  const [first] = ofRuntime;
  if (first === undefined) return undefined;
  const samples = figure.tasks.map((tasks) =>
    mostRuns(ofRuntime.filter((run) => run.tasks === tasks)).flatMap((run) => {
      const value = figure.metric.valueIn(run);
      return value === null ? [] : [value / (figure.isPerTask ? tasks : 1)];
    }),
  );
  if (samples.some((values) => values.length === 0)) return undefined;
  const medians = samples.map((values) => median(values));
  const [sample = [], ...others] = samples;
  const interval =
    others.length === 0
      ? positiveMedianInterval(sample, CONFIDENCE, grainOfFigure(figure))
      : undefined;
  return { runtimeId: first.runtime_id, value: geometricMean(medians), interval, samples };
}

function otherParameters(figure: ClaimFigure, runs: readonly RunRow[]): readonly string[] {
  if (figure.parameters === undefined) return [];
  const ofSizes = runsOfNewest(figure, runs).filter(({ tasks }) => figure.tasks.includes(tasks));
  const found = new Set(ofSizes.map(({ parameters }) => parameters));
  return [...found].filter((parameters) => parameters !== figure.parameters);
}

/** The ok runs of a figure's workload under the newest version of its runtime that has any, with whatever parameters. */
function runsOfNewest(
  { runtime, workload, metric }: ClaimFigure,
  runs: readonly RunRow[],
): readonly RunRow[] {
  const ofRuntime = runs.filter(
    (run) =>
      run.status === 'ok' &&
      run.workload === workload &&
      metric.valueIn(run) !== null &&
      run.runtime_id.startsWith(`${runtime}@`),
  );
  const [newest] = ofRuntime.map((run) => run.runtime_id).sort(newestFirst);
  return ofRuntime.filter((run) => run.runtime_id === newest);
}

/** Runs with a longer sleep than asked for are another case: they are not mixed with the others. */
function mostRuns(runs: readonly RunRow[]): readonly RunRow[] {
  const cases = groupBy(runs, ({ parameters }) => parameters);
  return [...cases].sort((a, b) => b.length - a.length)[0] ?? [];
}

/** The step in which a figure is measured. */
function grainOfFigure({ metric, tasks, isPerTask }: ClaimFigure): number {
  return isPerTask ? metric.grain / Math.min(...tasks) : metric.grain;
}

function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}
