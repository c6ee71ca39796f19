import { defineMetrics } from './define-metrics.ts';
import { PAGE_BYTES } from './grains.ts';
import { highest } from './highest.ts';

/** Memory that the kernel holds for a run, beside resident memory. */
export const kernelMemory = defineMetrics({
  page_table_bytes: {
    type: 'integer',
    description:
      'Page tables (VmPTE) at the checkpoint where they were largest; not part of resident memory',
    label: 'page tables',
    unit: 'byte',
    grain: PAGE_BYTES,
    better: 'lower',
    isSummarised: true,
    of: ({ readings }) => highest(readings.map(({ pageTableBytes }) => pageTableBytes)),
  },
});
