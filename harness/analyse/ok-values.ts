import type { RunMetric } from '../model/metric.ts';
import type { RunRow } from '../results/tables/runs.ts';

/** The values of a metric in the runs that were ok. */
export function okValues(runs: readonly RunRow[], metric: RunMetric): readonly number[] {
  return runs.flatMap((run) => (run.status === 'ok' ? (metric.valueIn(run) ?? []) : []));
}
