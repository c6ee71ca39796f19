import { geometricMean, median } from 'simple-statistics';
import {
  type ClaimComparison,
  type ClaimFigure,
  type ClaimTest,
  figuresOf,
} from '../claims/claim.ts';
import { isInRange } from '../provision/version-match.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { type GrainOf, usualGrains } from './grain-of.ts';
import { groupBy } from './group-by.ts';
import { CONFIDENCE, type Interval, sharedConfidence } from './interval.ts';
import { positiveMedianInterval } from './median-interval.ts';
import { type Ratio, ratioOverCases } from './ratio.ts';

/** The verdict of the runs on a claim. */
export type ClaimVerdict =
  | 'holds here'
  | 'does not hold here'
  | 'cannot be told'
  | 'not measured here';

/** A verdict with its evidence. */
export interface Judgement {
  readonly verdict: ClaimVerdict;
  /** Every figure of the claim, without duplicates. */
  readonly figures: readonly MeasuredFigure[];
  /** Empty for a claim about a single figure. */
  readonly comparisons: readonly JudgedComparison[];
}

/** A figure of a claim with its measurement. */
export interface MeasuredFigure {
  readonly figure: ClaimFigure;
  /** Undefined when a size has no ok run that counts. */
  readonly measured: Measured | undefined;
  /** Parameters of ok runs that do not count, because the figure asks for others. */
  readonly otherParameters: readonly string[];
}

interface Measured {
  /** The newest measured version. */
  readonly runtimeId: string;
  /** The median; for several sizes, the geometric mean of the medians. */
  readonly value: number;
  /** The interval of the median; undefined for several sizes, or too few runs. */
  readonly interval: Interval | undefined;
  /** The values of the runs, by size. */
  readonly samples: readonly (readonly number[])[];
  /** The smallest step of the measurement. */
  readonly grain: number;
}

/** A comparison with its verdict. */
export interface JudgedComparison {
  readonly comparison: ClaimComparison;
  readonly ratio: Ratio | undefined;
  readonly verdict: ClaimVerdict;
}

/**
 * Tests a claim against runs. A claim holds if every interval lies entirely on its side, fails if one lies entirely on the
 * other side, and is undecided otherwise. The intervals of a claim hold simultaneously with 95 % confidence. One refuted
 * comparison refutes a claim that needs all, and one confirmed comparison confirms a claim that needs any, even when other
 * figures were not measured.
 */
export function judgeClaim(
  test: ClaimTest,
  runs: readonly RunRow[],
  grainOf = usualGrains,
): Judgement {
  const figures = figuresOf(test).map((figure) => ({
    figure,
    measured: measure(figure, runs, grainOf),
    otherParameters: otherParameters(figure, runs),
  }));
  if (test.kind === 'comparisons') {
    const comparisons = judgeComparisons(test.comparisons, runs, grainOf);
    return { verdict: verdictOf(comparisons, DECISIVE[test.needed]), figures, comparisons };
  }
  const [measured] = figures.flatMap((one) => one.measured ?? []);
  const verdict = measured ? verdictOn(measured.interval, test.from, test.to) : 'not measured here';
  return { verdict, figures, comparisons: [] };
}

function judgeComparisons(
  comparisons: readonly ClaimComparison[],
  runs: readonly RunRow[],
  grainOf: GrainOf,
): readonly JudgedComparison[] {
  const pairs = comparisons.map((comparison) => ({
    comparison,
    more: measure(comparison.more, runs, grainOf),
    less: measure(comparison.less, runs, grainOf),
  }));
  const confidence = sharedConfidence(pairs.filter(({ more, less }) => more && less).length);
  return pairs.map(({ comparison, more, less }) => {
    if (!more || !less) return { comparison, ratio: undefined, verdict: 'not measured here' };
    const sides = more.samples.map((values, size) => ({
      values,
      baseline: less.samples[size] ?? [],
    }));
    const ratio = ratioOverCases(sides, confidence, Math.max(more.grain, less.grain));
    const verdict = verdictOn(ratio?.interval, comparison.times, Number.POSITIVE_INFINITY);
    return { comparison, ratio, verdict };
  });
}

function verdictOn(interval: Interval | undefined, from: number, to: number): ClaimVerdict {
  if (interval === undefined) return 'cannot be told';
  if (interval.high < from || to < interval.low) return 'does not hold here';
  return from < interval.low && interval.high < to ? 'holds here' : 'cannot be told';
}

/** Verdicts in order of precedence: the first that any comparison has is the verdict on the claim. */
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

function measure(
  figure: ClaimFigure,
  runs: readonly RunRow[],
  grainOf: GrainOf,
): Measured | undefined {
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
  const grain =
    grainOf(figure.metric, ofRuntime) / (figure.isPerTask ? Math.min(...figure.tasks) : 1);
  const interval =
    others.length === 0 ? positiveMedianInterval(sample, CONFIDENCE, grain) : undefined;
  return { runtimeId: first.runtime_id, value: geometricMean(medians), interval, samples, grain };
}

function otherParameters(figure: ClaimFigure, runs: readonly RunRow[]): readonly string[] {
  if (figure.parameters === undefined) return [];
  const ofSizes = runsOfNewest(figure, runs).filter(({ tasks }) => figure.tasks.includes(tasks));
  const found = new Set(ofSizes.map(({ parameters }) => parameters));
  return [...found].filter((parameters) => parameters !== figure.parameters);
}

/** The ok runs of a figure's workload, with any parameters, under the newest of its versions that has ok runs. */
function runsOfNewest(
  { runtime, version, workload, metric }: ClaimFigure,
  runs: readonly RunRow[],
): readonly RunRow[] {
  const ofRuntime = runs.filter(
    (run) =>
      run.status === 'ok' &&
      run.workload === workload &&
      metric.valueIn(run) !== null &&
      run.runtime_id.startsWith(`${runtime}@`) &&
      (version === undefined || isInRange(run.runtime_id.slice(runtime.length + 1), version)),
  );
  const [newest] = ofRuntime.map((run) => run.runtime_id).sort(newestFirst);
  return ofRuntime.filter((run) => run.runtime_id === newest);
}

/** The runs of the parameters with most runs: runs that were repeated with a longer sleep are a different case. */
function mostRuns(runs: readonly RunRow[]): readonly RunRow[] {
  const cases = groupBy(runs, ({ parameters }) => parameters);
  return [...cases].sort((a, b) => b.length - a.length)[0] ?? [];
}

function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}
