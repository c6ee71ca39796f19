import { bytesPerTask } from '../../metrics/task-cost.ts';
import { ANY_SIGN } from '../../model/largest-figure.ts';
import type { RowOf, Table } from '../table.ts';

export const costsTable = {
  name: 'costs',
  description:
    'The memory that one more task costs: the slope of resident memory (of the headline of the workload: the peak in sleep, the memory at "parked" in timer and footprint) over the number of tasks. Only for workloads whose headline is resident memory.',
  primaryKey: ['machine_id', 'runtime_id', 'workload'],
  foreignKeys: [
    { fields: ['machine_id'], table: 'machines' },
    { fields: ['runtime_id'], table: 'runtimes' },
  ],
  fields: {
    machine_id: { type: 'string', required: true, description: 'Where it ran' },
    runtime_id: { type: 'string', required: true, description: 'What ran' },
    workload: { type: 'string', required: true, description: 'What the tasks did' },
    [bytesPerTask.name]: { ...bytesPerTask, minimum: ANY_SIGN, required: true },
    ci_low: {
      type: 'number',
      minimum: ANY_SIGN,
      description:
        'Lower bound of the 95 % confidence interval: that of the median (as in summary) of one slope per block, where a block is one run of every size; empty for fewer than 3 blocks',
    },
    ci_high: { type: 'number', minimum: ANY_SIGN, description: 'Upper bound of the interval' },
    base_bytes: {
      type: 'number',
      minimum: ANY_SIGN,
      required: true,
      description: 'Resident memory without tasks: the intercept of the same line',
    },
    lack_of_fit: {
      type: 'number',
      description:
        'Largest difference between the slopes of two neighbouring steps, relative to the cost; over 0.2, one number does not describe the cost (for example, when a heap doubles); empty where the slope is 0',
    },
    heaviest_size: {
      type: 'number',
      description:
        'The share of the weight that the weightiest size has in the slope. Up to 0.5, no single size can bend the line; above it, one size decides the cost alone',
    },
    sizes: {
      type: 'integer',
      required: true,
      description: 'Number of different sizes (numbers of tasks)',
    },
    runs: { type: 'integer', required: true, description: 'Number of ok runs' },
  },
} as const satisfies Table;

export type CostRow = RowOf<typeof costsTable>;
