import { defineMetrics } from './define-metrics.ts';
import { PAGE_BYTES } from './grains.ts';
import { highest } from './highest.ts';

/** Memory that the kernel holds for a run, beside resident memory. */
export const kernelMemory = defineMetrics({
  charged_peak_bytes: {
    type: 'integer',
    description:
      "The most that the kernel charged at once to the run's control group: all processes, what they share once, page tables and other kernel memory, memory files (tmpfs, memfd), and pages of files that the run was the first to read or write, up to its end; empty where it had no control group",
    label: 'charged memory',
    unit: 'byte',
    grain: PAGE_BYTES,
    better: 'lower',
    isSummarised: true,
    of: ({ observed }) => observed?.charged?.chargedBytes ?? null,
  },
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
