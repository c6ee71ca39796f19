import type { RowOf, Table } from '../table.ts';

export const samplesTable = {
  name: 'samples',
  description:
    'The memory curve of each run, thinned to at most 200 points with its peaks kept. For looking at: no figure comes from it.',
  primaryKey: ['run_id', 'elapsed_seconds'],
  foreignKeys: [{ fields: ['run_id'], table: 'runs' }],
  fields: {
    run_id: { type: 'string', required: true, description: 'The run' },
    elapsed_seconds: { type: 'number', required: true, description: 'Since the launch' },
    rss_bytes: {
      type: 'integer',
      required: true,
      description: 'Resident memory of all processes (VmRSS)',
    },
    threads: { type: 'integer', description: 'OS threads' },
  },
} as const satisfies Table;

export type SampleRow = RowOf<typeof samplesTable>;
