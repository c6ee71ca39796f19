import { geometricMean, median } from 'simple-statistics';
import { type Interval, sharedConfidence } from '../analyse/interval.ts';
import { positiveMedianInterval } from '../analyse/median-interval.ts';
import { type Ratio, ratioOverCases } from '../analyse/ratio.ts';
import type { RunRow } from '../record/tables/runs.ts';
import { type ClaimTest, type Comparison, type Figure, figuresOf } from './claim.ts';

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
  readonly figure: Figure;
  /** Undefined where some size of it has no ok run. */
  readonly measured: Measured | undefined;
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
  readonly comparison: Comparison;
  readonly ratio: Ratio | undefined;
  readonly verdict: ClaimVerdict;
}

/**
 * Holds a claim against runs. It holds where every interval lies wholly on its side, does not where one lies wholly on the
 * other, and cannot be told between; the intervals of one claim hold together in 95 %. What refutes a claim does so
 * even where other figures of it are not measured.
 */
export function judgeClaim(test: ClaimTest, runs: readonly RunRow[]): Judgement {
  const figures = figuresOf(test).map((figure) => ({ figure, measured: measure(figure, runs) }));
  if (test.kind === 'comparisons') {
    const comparisons = judgeComparisons(test.comparisons, runs);
    return { verdict: allOf(comparisons), figures, comparisons };
  }
  const [measured] = figures.flatMap((one) => one.measured ?? []);
  const verdict = measured ? verdictOn(measured.interval, test.from, test.to) : 'not measured here';
  return { verdict, figures, comparisons: [] };
}

function judgeComparisons(
  comparisons: readonly Comparison[],
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
    const ratio = ratioOverCases(sides, confidence);
    const verdict = verdictOn(ratio?.interval, comparison.times, Number.POSITIVE_INFINITY);
    return { comparison, ratio, verdict };
  });
}

function verdictOn(interval: Interval | undefined, from: number, to: number): ClaimVerdict {
  if (interval === undefined) return 'cannot be told';
  if (interval.high < from || to < interval.low) return 'does not hold here';
  return from < interval.low && interval.high < to ? 'holds here' : 'cannot be told';
}

/** Every comparison must hold: one that does not decides, whatever the others say. */
function allOf(comparisons: readonly JudgedComparison[]): ClaimVerdict {
  const decisive = ['does not hold here', 'not measured here', 'cannot be told'] as const;
  const verdicts = new Set(comparisons.map(({ verdict }) => verdict));
  return decisive.find((verdict) => verdicts.has(verdict)) ?? 'holds here';
}

function measure(figure: Figure, runs: readonly RunRow[]): Measured | undefined {
  const { runtime, workload, metric, isPerTask } = figure;
  const ofRuntime = runs.filter(
    (run) =>
      run.status === 'ok' &&
      run.workload === workload &&
      run[metric] !== null &&
      run.runtime_id.startsWith(`${runtime}@`),
  );
  const [runtimeId] = ofRuntime.map((run) => run.runtime_id).sort(newestFirst);
  if (runtimeId === undefined) return undefined;
  const samples = figure.tasks.map((tasks) =>
    ofRuntime
      .filter((run) => run.runtime_id === runtimeId && run.tasks === tasks)
      .map((run) => (run[metric] ?? 0) / (isPerTask ? tasks : 1)),
  );
  if (samples.some((values) => values.length === 0)) return undefined;
  const medians = samples.map((values) => median(values));
  const [sample = [], ...others] = samples;
  const interval = others.length === 0 ? positiveMedianInterval(sample) : undefined;
  return { runtimeId, value: geometricMean(medians), interval, samples };
}

function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}
