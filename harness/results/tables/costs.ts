import { bytesPerTask } from '../../metrics/task-cost.ts';
import { ANY_SIGN } from '../../model/largest-figure.ts';
import type { RowOf, Table } from '../table.ts';

export const costsTable = {
  name: 'costs',
  description:
    'What one more task costs in memory: the slope of resident memory (at the peak; in footprint at "parked") over the number of tasks, of workloads that are about memory.',
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
        'Lower end of the 95 % interval: that of the median (as in summary) of the slopes that the blocks show, one each, a block being one run of every size; empty for fewer than 3 blocks',
    },
    ci_high: { type: 'number', minimum: ANY_SIGN, description: 'Upper end of it' },
    base_bytes: {
      type: 'number',
      minimum: ANY_SIGN,
      required: true,
      description: 'Resident memory with no task, by the same line',
    },
    lack_of_fit: {
      type: 'number',
      description:
        'Largest relative difference between the slopes of two neighbouring steps; over 0.2 the cost is not one number (a heap that doubles); empty where a task costs nothing',
    },
    sizes: { type: 'integer', required: true, description: 'Different numbers of tasks' },
    runs: { type: 'integer', required: true, description: 'Runs that were ok' },
  },
} as const satisfies Table;

export type CostRow = RowOf<typeof costsTable>;
