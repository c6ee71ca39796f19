import { max, median, min } from 'simple-statistics';
import { metrics, summarisedMetrics } from '../metrics/all-metrics.ts';
import type { RunMetric } from '../model/metric.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { SummaryRow } from '../results/tables/summary.ts';
import { groupBy, type NonEmpty } from './group-by.ts';
import { CONFIDENCE } from './interval.ts';
import { positiveMedianInterval } from './median-interval.ts';
import { type PooledRuns, poolMachines } from './pool-machines.ts';

/**
 * Computes one row for each case and each of its metrics. A case without an ok run gets one row without values. A run that
 * the user stopped says nothing about its case: it has not failed.
 *
 * @param measured the runs as they were: smallest and largest are what somebody has seen.
 * @param pooled the same runs, in the same order, with those of machines that agree as of one.
 */
export function summaryRows(
  measured: readonly RunRow[],
  pooled: PooledRuns = poolMachines(measured, []),
): readonly SummaryRow[] {
  const cases = groupBy(
    pooled.runs
      .map((run, index) => ({ run, measured: measured[index] ?? run }))
      .filter(({ run }) => run.status !== 'interrupted'),
    ({ run }) => rowCaseKey(run),
  );
  return cases.flatMap((runsOfCase) => summariseCase(runsOfCase, pooled));
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
    return [
      row(metric, { ...middleOf(values, grainOf(metric, [runs[0].run])), ...rangeOf(measured) }),
    ];
  });
}

type SummaryFigures = Pick<SummaryRow, 'median' | 'ci_low' | 'ci_high' | 'min' | 'max'>;

const NO_FIGURES: SummaryFigures = {
  median: null,
  ci_low: null,
  ci_high: null,
  min: null,
  max: null,
};

function rangeOf(values: readonly number[]): Pick<SummaryFigures, 'min' | 'max'> {
  return { min: min([...values]), max: max([...values]) };
}

function middleOf(values: readonly number[], grain: number): Omit<SummaryFigures, 'min' | 'max'> {
  const interval = positiveMedianInterval(values, CONFIDENCE, grain);
  return {
    median: median([...values]),
    ci_low: interval?.low ?? null,
    ci_high: interval?.high ?? null,
  };
}
