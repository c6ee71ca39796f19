import type { DirectedMetric } from '../model/metric.ts';

/** The memory of one more task: a slope through many runs, so a single run has no value for it. */
export const bytesPerTask = {
  name: 'bytes_per_task',
  type: 'number',
  description:
    'Weighted Theil-Sen slope: the weighted median of the slopes between the medians of each two sizes; the weight is the difference of the sizes',
  label: 'memory of one more task',
  unit: 'byte/task',
  better: 'lower',
} as const satisfies DirectedMetric & { readonly type: 'number'; readonly description: string };
