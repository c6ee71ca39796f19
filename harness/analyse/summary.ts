import { max, median, min } from 'simple-statistics';
import type { RunRow } from '../results/tables/runs.ts';
import type { SummaryRow } from '../results/tables/summary.ts';
import { groupBy, type NonEmpty } from './group-by.ts';
import { CONFIDENCE } from './interval.ts';
import { positiveMedianInterval } from './median-interval.ts';

/** The columns of runs that are summarised, with their units. */
export const METRICS = {
  peak_rss_bytes: 'byte',
  parked_rss_bytes: 'byte',
  parked_pss_bytes: 'byte',
  ready_rss_bytes: 'byte',
  page_table_bytes: 'byte',
  heap_bytes: 'byte',
  tasks_per_second: '1/second',
  startup_seconds: 'second',
  create_seconds: 'second',
  finish_seconds: 'second',
  exit_seconds: 'second',
  wall_seconds: 'second',
  program_seconds: 'second',
  user_cpu_seconds: 'second',
  system_cpu_seconds: 'second',
  threads_peak: '1',
} as const satisfies Partial<Record<keyof RunRow, string>>;

export type Metric = keyof typeof METRICS;

/** Memory comes in pages, CPU time in ticks of the kernel; clocks and what is divided by them know no such step. */
const GRAINS = { byte: 4_096, second: 0, '1/second': 0, '1': 1 } as const;
const TICK_SECONDS = 0.01;

/** The smallest step in which a metric is measured: a few runs cannot show that they scatter by less. */
export function grainOf(metric: Metric): number {
  const isTicks = metric === 'user_cpu_seconds' || metric === 'system_cpu_seconds';
  return isTicks ? TICK_SECONDS : GRAINS[METRICS[metric]];
}

/** One row a case and metric that applies to it. A case with no run that was ok keeps one row, without figures. */
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
  const row = (metric: Metric, figures: Figures): SummaryRow => ({
    machine_id,
    runtime_id,
    workload,
    tasks,
    parameters,
    metric,
    unit: METRICS[metric],
    ...counts,
    ...figures,
  });
  if (ok.length === 0) return [row('peak_rss_bytes', NO_FIGURES)];
  return (Object.keys(METRICS) as Metric[]).flatMap((metric) => {
    const values = ok.flatMap((run) => (run[metric] === null ? [] : [run[metric]]));
    return values.length === 0 ? [] : [row(metric, figuresOf(values, grainOf(metric)))];
  });
}

type Figures = Pick<SummaryRow, 'median' | 'ci_low' | 'ci_high' | 'min' | 'max'>;

const NO_FIGURES: Figures = { median: null, ci_low: null, ci_high: null, min: null, max: null };

function figuresOf(values: readonly number[], grain: number): Figures {
  const interval = positiveMedianInterval(values, CONFIDENCE, grain);
  return {
    median: median([...values]),
    ci_low: interval?.low ?? null,
    ci_high: interval?.high ?? null,
    min: min([...values]),
    max: max([...values]),
  };
}
