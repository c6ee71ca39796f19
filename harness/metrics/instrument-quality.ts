import { rssDifference } from '../kernel/rss-difference.ts';
import { ANY_SIGN } from '../model/largest-figure.ts';
import { PARKED } from '../model/workload.ts';
import { readingAt } from './measured-run.ts';
import type { RunColumns } from './run-column.ts';

/** How well the instrument observed a run. These columns describe the instrument, not the run. */
export const instrumentQuality = {
  sample_count: {
    type: 'integer',
    required: true,
    description: 'Number of samples taken for the memory curve',
    of: ({ observed }) => observed?.curve.length ?? 0,
  },
  sample_interval_p50_seconds: {
    type: 'number',
    description: 'Median time between two samples',
    of: ({ observed }) => observed?.sampling.p50Seconds ?? null,
  },
  sample_interval_p99_seconds: {
    type: 'number',
    description: '99th percentile of the time between two samples',
    of: ({ observed }) => observed?.sampling.p99Seconds ?? null,
  },
  sample_interval_max_seconds: {
    type: 'number',
    description: 'Longest time between two samples',
    of: ({ observed }) => observed?.sampling.maxSeconds ?? null,
  },
  rss_difference: {
    type: 'number',
    minimum: ANY_SIGN,
    description:
      'Relative difference of resident memory at "parked": VmRSS (fast, approximate) divided by the exact count of smaps_rollup, minus 1',
    of: (run) => rssDifference(readingAt(run, PARKED)),
  },
} as const satisfies RunColumns;
