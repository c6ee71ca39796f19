import { defineMetrics } from './define-metrics.ts';
import { PAGE } from './grains.ts';
import { highest } from './highest.ts';

/** Memory that the kernel uses for a run, on top of resident memory. */
export const kernelMemory = defineMetrics({
  charged_peak_bytes: {
    type: 'integer',
    description:
      "Peak charge of the run's control group, up to its end: all processes, with shared memory counted once, page tables and other kernel memory, memory files (tmpfs, memfd), and the pages of files that the run was the first to read or write; empty without a control group",
    label: 'charged memory',
    unit: 'byte',
    grain: PAGE,
    better: 'lower',
    isSummarised: true,
    of: ({ observed }) => observed?.charged?.chargedBytes ?? null,
  },
  page_table_bytes: {
    type: 'integer',
    description:
      'Largest size of the page tables (VmPTE) at any checkpoint; not part of resident memory',
    label: 'page tables',
    unit: 'byte',
    grain: PAGE,
    better: 'lower',
    isSummarised: true,
    of: ({ readings }) => highest(readings.map(({ pageTableBytes }) => pageTableBytes)),
  },
});
