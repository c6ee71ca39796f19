import type { Metric } from '../model/metric.ts';

/** The name of a metric without its unit, for headings and files: `heap`, `tasks-per-second`. */
export function shortName({ name }: Metric): string {
  return name.replace(/_(bytes|seconds)$/, '').replaceAll('_', '-');
}
