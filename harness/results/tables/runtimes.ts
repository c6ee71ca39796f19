import type { RowOf, Table } from '../table.ts';

export const runtimesTable = {
  name: 'runtimes',
  description: 'The measured runtimes, each with the hash of its binary.',
  primaryKey: ['runtime_id'],
  foreignKeys: [],
  fields: {
    runtime_id: {
      type: 'string',
      required: true,
      description:
        'Runtime and version, e.g. node@26.10.0; with its variant, e.g. go+procs64@1.26.8',
    },
    runtime: { type: 'string', required: true, description: 'Name of the runtime' },
    variant: {
      type: 'string',
      description: 'What is set that is not the default of the runtime; empty where nothing is',
    },
    version: {
      type: 'string',
      required: true,
      description:
        'Version, including that of the library that schedules the tasks, where it is a separate package',
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
        'Environment and command line without the arguments of the workload; $CACHE is the cache folder, other paths are relative to the checkout or bare names',
    },
    raised_limit: {
      type: 'string',
      description:
        'Flags, directly after the executable, that raise a limit of the runtime when there are many tasks; empty without such a limit',
    },
    task_limit: {
      type: 'integer',
      description:
        'Maximum number of tasks of the runtime; larger sizes are not planned. Empty where only memory limits it',
    },
    task_limit_reason: { type: 'string', description: 'What limits the number of tasks' },
  },
} as const satisfies Table;

export type RuntimeRow = RowOf<typeof runtimesTable>;
