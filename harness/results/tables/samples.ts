import type { RowOf, Table } from '../table.ts';

export const samplesTable = {
  name: 'samples',
  description:
    'The memory curve of each run, thinned to at most 200 points that include its peak. For charts only: no metric is computed from it.',
  primaryKey: ['run_id', 'elapsed_seconds'],
  foreignKeys: [{ fields: ['run_id'], table: 'runs' }],
  fields: {
    run_id: { type: 'string', required: true, description: 'The run' },
    elapsed_seconds: { type: 'number', required: true, description: 'Time since launch' },
    rss_bytes: {
      type: 'integer',
      required: true,
      description: 'Resident memory of all processes (VmRSS)',
    },
    threads: { type: 'integer', description: 'Number of OS threads' },
  },
} as const satisfies Table;

export type SampleRow = RowOf<typeof samplesTable>;
