import type { DirectedMetric } from '../model/metric.ts';

/** What one more task costs in memory: a slope through many runs, so that no single run has it. */
export const bytesPerTask = {
  name: 'bytes_per_task',
  type: 'number',
  description:
    'Weighted Theil-Sen slope: the median of the slopes between the medians of any two sizes, weighted by their distance',
  label: 'memory of one more task',
  unit: 'byte/task',
  better: 'lower',
} as const satisfies DirectedMetric & { readonly type: 'number'; readonly description: string };
