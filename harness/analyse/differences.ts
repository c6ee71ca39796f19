import { metrics } from '../metrics/all-metrics.ts';
import { bytesPerTask } from '../metrics/task-cost.ts';
import type { DirectedMetric } from '../model/metric.ts';
import { parseParameters } from '../model/parameters.ts';
import type { Workload } from '../model/workload.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { memoryBySize, memoryHeadline } from './costs.ts';
import { type GrainOf, usualGrains } from './grain-of.ts';
import { groupBy, type NonEmpty } from './group-by.ts';
import { excludes, type Interval, including, sharedConfidence } from './interval.ts';
import { LEAST_VALUES } from './median-interval.ts';
import { medianOrNull } from './median-or-null.ts';
import { okValues } from './ok-values.ts';
import type { CasePair } from './pair-cases.ts';
import { type Ratio, ratioOfMedians } from './ratio.ts';
import { blockSlopes, slopeGrain, taskCost } from './task-cost.ts';

/** One side of a difference. */
export interface Side {
  readonly runtimeId: string;
  /** Null when no run was ok. */
  readonly value: number | null;
  readonly okRuns: number;
  readonly failedRuns: number;
}

/** One figure before and after. */
export interface Difference {
  readonly workload: string;
  /** Null, like the parameters, for the cost of one more task, which covers all sizes. */
  readonly tasks: number | null;
  readonly parameters: string | null;
  readonly metric: DirectedMetric;
  readonly before: Side;
  readonly after: Side;
  /** After divided by before; the intervals of all differences hold simultaneously. */
  readonly ratio: Ratio | undefined;
  readonly verdict: DifferenceVerdict;
}

/** `failed`: one side has no ok run. `no-interval`: too few ok runs to separate a difference from noise. */
export type DifferenceVerdict = 'better' | 'worse' | 'not-told-apart' | 'no-interval' | 'failed';

/** Both sides of a figure, and the samples from which the interval of their ratio is computed. */
interface ComparedFigure extends Omit<Difference, 'ratio' | 'verdict'> {
  /** The smallest step of the measurement, on both sides. */
  readonly grain: number;
  readonly sampleBefore: readonly number[];
  readonly sampleAfter: readonly number[];
}

/**
 * Compares the headline of every case that two comparisons share, and the cost of one more task over their common sizes.
 * The intervals of all ratios hold simultaneously with 95 % confidence (Bonferroni): two comparisons of the same thing show
 * any difference in at most 5 % of cases. Two exceptions: the machine itself may change between them, and a few runs may
 * show only one mode of strongly bimodal noise.
 */
export function differences(
  pairs: readonly CasePair[],
  workloads: ReadonlyMap<string, Workload>,
  grainOf = usualGrains,
): readonly Difference[] {
  const compared = [
    ...pairs.flatMap((pair) => headlineFigures(pair, workloads, grainOf)),
    ...groupBy(pairs, ({ before: [run] }) => `${run.runtime_id} ${run.workload}`).flatMap(
      (ofRuntime) => costFigures(ofRuntime, workloads, grainOf),
    ),
  ];
  const decidable = compared.filter(
    ({ sampleBefore, sampleAfter }) =>
      Math.min(sampleBefore.length, sampleAfter.length) >= LEAST_VALUES,
  );
  const confidence = sharedConfidence(decidable.length);
  return compared.map(({ sampleBefore, sampleAfter, grain, ...figure }) => {
    const ratio = ratioOf(figure, ratioOfMedians(sampleAfter, sampleBefore, confidence, grain));
    return { ...figure, ratio, verdict: verdictOn({ ...figure, ratio }) };
  });
}

/**
 * The interval of the factor by which a figure got worse (more memory, or fewer tasks a second); undefined without an
 * interval.
 */
export function worsening({ metric, ratio }: Omit<Difference, 'verdict'>): Interval | undefined {
  const interval = ratio?.interval;
  if (interval === undefined || metric.better === 'lower') return interval;
  return { low: 1 / interval.high, high: 1 / interval.low };
}

/** Whether a figure is worse by more than `share` (0.05 for 5 %) over its whole interval, or has disappeared. */
export function isRegression(difference: Difference, share: number): boolean {
  if (difference.after.value === null) return difference.before.value !== null;
  return (worsening(difference)?.low ?? 0) > 1 + share;
}

function headlineFigures(
  { before, after }: CasePair,
  workloads: ReadonlyMap<string, Workload>,
  grainOf: GrainOf,
): readonly ComparedFigure[] {
  const { workload, tasks, parameters } = before[0];
  const metric = workloads.get(workload)?.headline(parseParameters(parameters));
  if (metric === undefined) return [];
  const [sampleBefore, sampleAfter] = [okValues(before, metric), okValues(after, metric)];
  return [
    {
      workload,
      tasks,
      parameters,
      metric,
      before: sideOf(before, medianOrNull(sampleBefore)),
      after: sideOf(after, medianOrNull(sampleAfter)),
      grain: grainOf(metric, [...before, ...after]),
      sampleBefore,
      sampleAfter,
    },
  ];
}

function sideOf(runs: readonly RunRow[], value: number | null): Side {
  const okRuns = runs.filter((run) => run.status === 'ok').length;
  return { runtimeId: runs[0]?.runtime_id ?? '', value, okRuns, failedRuns: runs.length - okRuns };
}

/** The cost of one more task in one runtime and workload, over the sizes with an ok run on both sides. */
function costFigures(
  pairs: NonEmpty<CasePair>,
  workloads: ReadonlyMap<string, Workload>,
  grainOf: GrainOf,
): readonly ComparedFigure[] {
  const measured = pairs.filter(
    ({ before, after }) =>
      memoryHeadline(before[0], workloads) !== undefined &&
      [before, after].every((runs) => runs.some((run) => run.status === 'ok')),
  );
  const runsBefore = measured.flatMap(({ before }) => before);
  const runsAfter = measured.flatMap(({ after }) => after);
  const sizesBefore = memoryBySize(runsBefore, workloads);
  const sizesAfter = memoryBySize(runsAfter, workloads);
  const grain = grainOf(metrics.peak_rss_bytes, [...runsBefore, ...runsAfter]);
  const [costBefore, costAfter] = [taskCost(sizesBefore, grain), taskCost(sizesAfter, grain)];
  if (costBefore === undefined || costAfter === undefined) return [];
  return [
    {
      workload: pairs[0].before[0].workload,
      tasks: null,
      parameters: null,
      metric: bytesPerTask,
      before: sideOf(runsBefore, costBefore.perTask),
      after: sideOf(runsAfter, costAfter.perTask),
      grain: slopeGrain(sizesBefore, grain),
      sampleBefore: blockSlopes(sizesBefore),
      sampleAfter: blockSlopes(sizesAfter),
    },
  ];
}

/**
 * The ratio of the displayed figures. A cost is not exactly the median of the slopes of its blocks, so the interval is
 * extended to include the ratio.
 */
function ratioOf(
  { before, after }: Pick<Difference, 'before' | 'after'>,
  sampled: Ratio | undefined,
): Ratio | undefined {
  if (sampled === undefined || before.value === null || after.value === null) return undefined;
  const ratio = after.value / before.value;
  return { ratio, interval: sampled.interval && including(sampled.interval, ratio) };
}

function verdictOn(figure: Omit<Difference, 'verdict'>): DifferenceVerdict {
  if (figure.before.value === null || figure.after.value === null) return 'failed';
  const change = worsening(figure);
  if (change === undefined) return 'no-interval';
  if (!excludes(change, 1)) return 'not-told-apart';
  return change.low > 1 ? 'worse' : 'better';
}
