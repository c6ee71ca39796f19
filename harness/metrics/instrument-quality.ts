import { rssDifference } from '../kernel/rss-difference.ts';
import { ANY_SIGN } from '../model/largest-figure.ts';
import { PARKED } from '../model/workload.ts';
import { readingAt } from './measured-run.ts';
import type { RunColumns } from './run-column.ts';

/** How well a run could be watched: no figure of the run, but of the instrument. */
export const instrumentQuality = {
  sample_count: {
    type: 'integer',
    required: true,
    description: 'Samples of the memory curve that were taken',
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
      'Quick count (VmRSS) over exact count (smaps_rollup) of resident memory at "parked", minus 1',
    of: (run) => rssDifference(readingAt(run, PARKED)),
  },
} as const satisfies RunColumns;
