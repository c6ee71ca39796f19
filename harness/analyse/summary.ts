import { max, median, min } from 'simple-statistics';
import { metrics, summarisedMetrics } from '../metrics/all-metrics.ts';
import type { RunMetric } from '../model/metric.ts';
import type { UntilSettled } from '../model/repeats.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { SummaryRow } from '../results/tables/summary.ts';
import { groupBy, type NonEmpty } from './group-by.ts';
import { judgePrecision, type PrecisionGoal } from './judge-precision.ts';
import { stoppingConfidence } from './looks.ts';
import { positiveMedianInterval } from './median-interval.ts';
import { type PooledRuns, poolMachines } from './pool-machines.ts';
import { precisionGoal } from './precision-goal.ts';

/**
 * Computes one row for each case and each of its metrics. A case without an ok run gets one row without values. A run that
 * the user stopped says nothing about its case: it has not failed.
 *
 * @param measured the runs as they were: smallest and largest are what somebody has seen.
 * @param pooled the same runs, in the same order, with those of machines that agree as of one.
 * @param asked the precision that decides whether a figure is settled.
 */
export function summaryRows(
  measured: readonly RunRow[],
  pooled: PooledRuns = poolMachines(measured, []),
  asked?: UntilSettled,
): readonly SummaryRow[] {
  const cases = groupBy(
    pooled.runs
      .map((run, index) => ({ run, measured: measured[index] ?? run }))
      .filter(({ run }) => run.status !== 'interrupted'),
    ({ run }) => rowCaseKey(run),
  );
  return cases.flatMap((runsOfCase) => summariseCase(runsOfCase, pooled, asked));
}

/** The same text for rows of the same case on the same machine. */
export function rowCaseKey(
  row: Pick<RunRow, 'machine_id' | 'runtime_id' | 'workload' | 'tasks' | 'parameters'>,
): string {
  return [row.machine_id, row.runtime_id, row.workload, row.tasks, row.parameters].join();
}

/** A run as the average machine would have made it, and as it was. */
interface PooledRun {
  readonly run: RunRow;
  readonly measured: RunRow;
}

function summariseCase(
  runs: NonEmpty<PooledRun>,
  { spreadOf, grainOf }: PooledRuns,
  asked: UntilSettled | undefined,
): readonly SummaryRow[] {
  const ok = runs.filter(({ run }) => run.status === 'ok');
  const { machine_id, runtime_id, workload, tasks, parameters } = runs[0].run;
  const counts = {
    runs: ok.length,
    failed_runs: runs.length - ok.length,
    noisy_runs: ok.filter(({ run }) => run.noise_flags !== null).length,
  };
  const row = (metric: RunMetric, figures: SummaryFigures): SummaryRow => ({
    machine_id,
    runtime_id,
    workload,
    tasks,
    parameters,
    metric: metric.name,
    unit: metric.unit,
    ...counts,
    ...figures,
    machine_spread: spreadOf(runs[0].run, metric),
  });
  if (ok.length === 0) return [row(metrics.peak_rss_bytes, NO_FIGURES)];
  return summarisedMetrics.flatMap((metric) => {
    const values = ok.flatMap(({ run }) => metric.valueIn(run) ?? []);
    if (values.length === 0) return [];
    const measured = ok.flatMap((one) => metric.valueIn(one.measured) ?? []);
    const grain = grainOf(metric, [runs[0].run]);
    return [row(metric, { ...figuresOf(values, metric, grain, asked), ...rangeOf(measured) })];
  });
}

/** What the values of a metric in the ok runs of a case say; at least one. */
export function figuresOf(
  values: readonly number[],
  metric: RunMetric,
  grain: number,
  asked?: UntilSettled,
): SummaryFigures {
  return {
    ...middleOf(values, grain),
    ...rangeOf(values),
    ...verdictOn(values, precisionGoal(metric, grain, asked)),
  };
}

/** The cells of a row of the summary that are computed from values. */
export type SummaryFigures = Middle & Range & VerdictFigures;
type Middle = Pick<SummaryRow, 'median' | 'ci_low' | 'ci_high'>;
type Range = Pick<SummaryRow, 'min' | 'max'>;
type VerdictFigures = Pick<
  SummaryRow,
  | 'verdict'
  | 'more_runs'
  | 'low_mode'
  | 'low_mode_runs'
  | 'high_mode'
  | 'high_mode_runs'
  | 'quarter_low'
  | 'quarter_high'
>;

const NO_VERDICT: VerdictFigures = {
  verdict: null,
  more_runs: null,
  low_mode: null,
  low_mode_runs: null,
  high_mode: null,
  high_mode_runs: null,
  quarter_low: null,
  quarter_high: null,
};

const NO_FIGURES: SummaryFigures = {
  median: null,
  ci_low: null,
  ci_high: null,
  min: null,
  max: null,
  ...NO_VERDICT,
};

function rangeOf(values: readonly number[]): Range {
  return { min: min([...values]), max: max([...values]) };
}

function middleOf(values: readonly number[], grain: number): Middle {
  const interval = positiveMedianInterval(values, stoppingConfidence(values.length), grain);
  return {
    median: median([...values]),
    ci_low: interval?.low ?? null,
    ci_high: interval?.high ?? null,
  };
}

function verdictOn(values: readonly number[], goal: PrecisionGoal): VerdictFigures {
  const verdict = judgePrecision(values, goal);
  const row = { ...NO_VERDICT, verdict: verdict.kind };
  switch (verdict.kind) {
    case 'settled':
      return row;
    case 'not-settled':
      return { ...row, more_runs: verdict.moreRuns ?? null };
    case 'spread':
      return {
        ...row,
        quarter_low: verdict.middleHalf.low,
        quarter_high: verdict.middleHalf.high,
      };
    case 'two-modes': {
      const [low, high] = verdict.modes;
      return {
        ...row,
        low_mode: low.value,
        low_mode_runs: low.runs,
        high_mode: high.value,
        high_mode_runs: high.runs,
      };
    }
  }
}
