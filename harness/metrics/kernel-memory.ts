import { defineMetrics } from './define-metrics.ts';
import { PAGE_BYTES } from './grains.ts';
import { highest } from './highest.ts';

/** Memory that the kernel uses for a run, on top of resident memory. */
export const kernelMemory = defineMetrics({
  page_table_bytes: {
    type: 'integer',
    description:
      'Largest size of the page tables (VmPTE) at any checkpoint; not part of resident memory',
    label: 'page tables',
    unit: 'byte',
    grain: PAGE_BYTES,
    better: 'lower',
    isSummarised: true,
    of: ({ readings }) => highest(readings.map(({ pageTableBytes }) => pageTableBytes)),
  },
});
