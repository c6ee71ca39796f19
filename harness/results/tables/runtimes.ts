import type { RowOf, Table } from '../table.ts';

export const runtimesTable = {
  name: 'runtimes',
  description: 'The runtimes that were measured, each with the exact binary.',
  primaryKey: ['runtime_id'],
  foreignKeys: [],
  fields: {
    runtime_id: {
      type: 'string',
      required: true,
      description: 'Runtime and version, e.g. node@26.10.0',
    },
    runtime: { type: 'string', required: true, description: 'Name of the runtime' },
    version: {
      type: 'string',
      required: true,
      description: 'Version, with that of the event loop where it is a package of its own',
    },
    executable_sha256: {
      type: 'string',
      required: true,
      description: 'SHA-256 of the executable that ran, in hex',
    },
    source: { type: 'string', required: true, description: 'Where the executable came from' },
    command: {
      type: 'string',
      required: true,
      description:
        "Whole environment and command before the workload's arguments; $CACHE is the cache folder, other paths are relative to the checkout or bare names",
    },
    raised_limit: {
      type: 'string',
      description:
        "A limit of the runtime's own that many tasks had raised: flags right after the executable; empty where there is none",
    },
    task_limit: {
      type: 'integer',
      description:
        'Most tasks that the runtime can have; larger sizes were not planned. Empty where only memory bounds them',
    },
    task_limit_reason: { type: 'string', description: 'What bounds them' },
  },
} as const satisfies Table;

export type RuntimeRow = RowOf<typeof runtimesTable>;
