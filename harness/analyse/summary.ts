import { max, median, min } from 'simple-statistics';
import { metrics, summarisedMetrics } from '../metrics/all-metrics.ts';
import type { RunMetric } from '../model/metric.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { SummaryRow } from '../results/tables/summary.ts';
import { groupBy, type NonEmpty } from './group-by.ts';
import { CONFIDENCE } from './interval.ts';
import { positiveMedianInterval } from './median-interval.ts';

/** Computes one row for each case and each of its metrics. A case without an ok run gets one row without values. */
export function summaryRows(runs: readonly RunRow[]): readonly SummaryRow[] {
  const cases = groupBy(runs, (run) =>
    [run.machine_id, run.runtime_id, run.workload, run.tasks, run.parameters].join(),
  );
  return cases.flatMap(summariseCase);
}

function summariseCase(runs: NonEmpty<RunRow>): readonly SummaryRow[] {
  const ok = runs.filter((run) => run.status === 'ok');
  const { machine_id, runtime_id, workload, tasks, parameters } = runs[0];
  const counts = {
    runs: ok.length,
    failed_runs: runs.length - ok.length,
    noisy_runs: ok.filter((run) => run.noise_flags !== null).length,
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
  });
  if (ok.length === 0) return [row(metrics.peak_rss_bytes, NO_FIGURES)];
  return summarisedMetrics.flatMap((metric) => {
    const values = ok.flatMap((run) => metric.valueIn(run) ?? []);
    return values.length === 0 ? [] : [row(metric, figuresOf(values, metric.grain))];
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

function figuresOf(values: readonly number[], grain: number): SummaryFigures {
  const interval = positiveMedianInterval(values, CONFIDENCE, grain);
  return {
    median: median([...values]),
    ci_low: interval?.low ?? null,
    ci_high: interval?.high ?? null,
    min: min([...values]),
    max: max([...values]),
  };
}
