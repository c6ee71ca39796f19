import { defineMetrics } from './define-metrics.ts';
import { ONE } from './grains.ts';
import { highest } from './highest.ts';
import type { MeasuredRun } from './measured-run.ts';

/** The number of OS threads and processes of a run. */
export const processes = defineMetrics({
  threads_peak: {
    type: 'integer',
    description: 'Highest number of OS threads at a checkpoint or in a sample',
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
    description: 'Highest number of processes at a checkpoint or in a sample',
    label: 'processes',
    unit: '1',
    grain: ONE,
    better: 'neither',
    isSummarised: false,
    of: processesPeak,
  },
});

/** The highest number of processes observed; null when none was observed. */
export function processesPeak({ readings, observed }: MeasuredRun): number | null {
  return highest([
    observed?.sampled.processes ?? null,
    ...readings.map((reading) => reading.processes),
  ]);
}
