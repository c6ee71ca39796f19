import type { RowOf, Table } from '../table.ts';

export const machinesTable = {
  name: 'machines',
  description: 'The machines that the runs were made on. No host name, no user name.',
  primaryKey: ['machine_id'],
  foreignKeys: [],
  fields: {
    machine_id: {
      type: 'string',
      required: true,
      description: 'First 12 hex digits of the SHA-256 of the other columns',
    },
    os: { type: 'string', required: true, description: 'Operating system and version' },
    kernel: { type: 'string', required: true, description: 'Kernel release' },
    architecture: {
      type: 'string',
      required: true,
      description: 'Instruction set, as Node names it',
    },
    cpu_model: { type: 'string', description: 'Model name that the processor reports' },
    cpu_count: {
      type: 'integer',
      required: true,
      minimum: 1,
      description: 'Number of logical CPUs available to the harness',
    },
    memory_bytes: { type: 'integer', required: true, description: 'Physical memory' },
    page_bytes: { type: 'integer', description: 'Size of a memory page' },
    swap_bytes: { type: 'integer', description: 'Total swap space' },
    transparent_hugepages: { type: 'string', description: 'always, madvise or never' },
    overcommit: {
      type: 'integer',
      description: 'vm.overcommit_memory: 0 heuristic, 1 always, 2 never',
    },
    cpu_governor: { type: 'string', description: 'Frequency governor of the first CPU' },
    virtualization: {
      type: 'string',
      description: 'Kind of hypervisor or container; empty where none was seen',
    },
  },
} as const satisfies Table;

export type MachineRow = RowOf<typeof machinesTable>;
