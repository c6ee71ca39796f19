import { noiseColumns } from '../../kernel/noise.ts';
import { measuredColumns } from '../../metrics/all-metrics.ts';
import { STATUSES } from '../../model/outcome.ts';
import { PARAMETERS_PATTERN } from '../../model/parameters.ts';
import type { RowOf, Table } from '../table.ts';

export const runsTable = {
  name: 'runs',
  description:
    'One row per run, in the order of execution. Only rows with status "ok" enter a summary.',
  primaryKey: ['run_id'],
  foreignKeys: [
    { fields: ['machine_id'], table: 'machines' },
    { fields: ['runtime_id'], table: 'runtimes' },
  ],
  fields: {
    run_id: {
      type: 'string',
      required: true,
      description: 'Comparison id, position and, from the second attempt on, attempt',
    },
    comparison_id: { type: 'string', required: true, description: 'The invocation of compare' },
    machine_id: { type: 'string', required: true, description: 'Where it ran' },
    host_id: {
      type: 'string',
      pattern: '[0-9a-f]{12}',
      description:
        'Which machine of that description: a keyed hash, so that it names no machine; in a container, only until the next boot; empty where unknown',
    },
    runtime_id: { type: 'string', required: true, description: 'What ran' },
    workload: { type: 'string', required: true, description: 'What the tasks did' },
    tasks: { type: 'integer', required: true, minimum: 1, description: 'Number of tasks' },
    parameters: {
      type: 'string',
      required: true,
      pattern: PARAMETERS_PATTERN,
      description:
        "The workload's parameters: key=value, separated by spaces, in the workload's order; - for none",
    },
    repeat: {
      type: 'integer',
      required: true,
      minimum: 1,
      description: 'Which repeat of the case, from 1',
    },
    position: {
      type: 'integer',
      required: true,
      minimum: 1,
      description: 'Position in the shuffled order, from 1; all attempts of a planned run share it',
    },
    started_at: { type: 'datetime', required: true, description: 'Time of launch, UTC' },
    status: { type: 'string', required: true, values: STATUSES, description: 'How the run ended' },
    status_detail: { type: 'string', description: 'Explanation of a status that is not ok' },
    exit_code: { type: 'integer', description: 'Exit code; empty when a signal ended the program' },
    signal: { type: 'string', description: 'Signal that ended the program' },
    ...measuredColumns,
    ...noiseColumns,
    noise_flags: {
      type: 'string',
      description: 'Noise flags of the run, separated by spaces; this dictionary lists them',
    },
  },
} as const satisfies Table;

export type RunRow = RowOf<typeof runsTable>;
