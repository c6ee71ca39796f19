import { defineMetrics } from './define-metrics.ts';
import { ONE } from './grains.ts';
import { highest } from './highest.ts';
import type { MeasuredRun } from './measured-run.ts';

/** How many threads and processes of the operating system a run had. */
export const processes = defineMetrics({
  threads_peak: {
    type: 'integer',
    description: 'Most OS threads seen at a checkpoint or in a sample',
    label: 'OS threads',
    unit: '1',
    grain: ONE,
    better: 'neither',
    isSummarised: true,
    of: ({ readings, observed }) =>
      highest([...readings, ...(observed?.curve ?? [])].map(({ threads }) => threads)),
  },
  processes_peak: {
    type: 'integer',
    description: 'Most processes seen at a checkpoint or in a sample',
    label: 'processes',
    unit: '1',
    grain: ONE,
    better: 'neither',
    isSummarised: false,
    of: processesPeak,
  },
});

/** The most processes that a run was seen with; null when none was seen. */
export function processesPeak({ readings, observed }: MeasuredRun): number | null {
  return highest([
    observed?.sampled.processes ?? null,
    ...readings.map((reading) => reading.processes),
  ]);
}
