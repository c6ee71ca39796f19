import { chargedColumns } from '../../kernel/charged-memory.ts';
import { counterColumns } from '../../kernel/counters.ts';
import { cpuColumns } from '../../kernel/cpu-account.ts';
import type { RowOf, Table } from '../table.ts';

export const readingsTable = {
  name: 'readings',
  description:
    "The kernel's counters at each checkpoint, read while the program waits and summed over the processes of the run.",
  primaryKey: ['run_id', 'checkpoint'],
  foreignKeys: [{ fields: ['run_id'], table: 'runs' }],
  fields: {
    run_id: { type: 'string', required: true, description: 'The run' },
    checkpoint: { type: 'string', required: true, description: 'Name of the checkpoint' },
    elapsed_seconds: {
      type: 'number',
      required: true,
      description: "From launch to the arrival of the checkpoint's line",
    },
    ...counterColumns,
    ...chargedColumns,
    ...cpuColumns,
  },
} as const satisfies Table;

export type ReadingRow = RowOf<typeof readingsTable>;
