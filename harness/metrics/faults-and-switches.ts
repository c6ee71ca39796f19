import { defineMetrics } from './define-metrics.ts';
import { ONE } from './grains.ts';

/** Page faults and context switches. */
export const faultsAndSwitches = defineMetrics({
  minor_faults: {
    type: 'integer',
    description: 'Page faults without I/O up to the last checkpoint',
    label: 'page faults without I/O',
    unit: '1',
    grain: ONE,
    better: 'lower',
    isSummarised: false,
    of: ({ readings }) => readings.at(-1)?.minorFaults ?? null,
  },
  major_faults: {
    type: 'integer',
    description: 'Page faults with I/O up to the last checkpoint',
    label: 'page faults with I/O',
    unit: '1',
    grain: ONE,
    better: 'lower',
    isSummarised: false,
    of: ({ readings }) => readings.at(-1)?.majorFaults ?? null,
  },
  voluntary_switches: {
    type: 'integer',
    description: 'Voluntary context switches of the threads alive at the last checkpoint',
    label: 'voluntary context switches',
    unit: '1',
    grain: ONE,
    better: 'neither',
    isSummarised: false,
    of: ({ readings }) => readings.at(-1)?.voluntarySwitches ?? null,
  },
  involuntary_switches: {
    type: 'integer',
    description: 'Involuntary context switches of the threads alive at the last checkpoint',
    label: 'involuntary context switches',
    unit: '1',
    grain: ONE,
    better: 'neither',
    isSummarised: false,
    of: ({ readings }) => readings.at(-1)?.involuntarySwitches ?? null,
  },
});
