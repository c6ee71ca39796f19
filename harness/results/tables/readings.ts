import type { RowOf, Table } from '../table.ts';

export const readingsTable = {
  name: 'readings',
  description:
    "The kernel's counters at each checkpoint, while the program waits; summed over the processes of the run.",
  primaryKey: ['run_id', 'checkpoint'],
  foreignKeys: [{ fields: ['run_id'], table: 'runs' }],
  fields: {
    run_id: { type: 'string', required: true, description: 'The run' },
    checkpoint: { type: 'string', required: true, description: 'Where the program was' },
    elapsed_seconds: {
      type: 'number',
      required: true,
      description: "Launch to the arrival of the checkpoint's line",
    },
    processes: { type: 'integer', required: true, description: 'Processes of the session' },
    threads: { type: 'integer', description: 'OS threads' },
    rss_bytes: { type: 'integer', required: true, description: 'Resident memory (VmRSS)' },
    pss_bytes: { type: 'integer', description: 'Proportional set size (smaps_rollup)' },
    private_bytes: { type: 'integer', description: 'Private_Clean + Private_Dirty (smaps_rollup)' },
    peak_rss_bytes: { type: 'integer', description: 'High-water mark of resident memory (VmHWM)' },
    page_table_bytes: { type: 'integer', description: 'Page tables (VmPTE)' },
    swap_bytes: { type: 'integer', description: 'Swapped-out memory (VmSwap)' },
    user_cpu_seconds: { type: 'number', description: 'CPU time in user mode since the launch' },
    system_cpu_seconds: { type: 'number', description: 'CPU time in the kernel since the launch' },
    charged_bytes: {
      type: 'integer',
      description:
        "All that the run's control group is charged for, see charged_peak_bytes; empty where it has none",
    },
    kernel_bytes: {
      type: 'integer',
      description:
        'Of that, kernel memory: page tables, kernel stacks, buffers of pipes and local sockets, and other objects',
    },
    page_cache_bytes: {
      type: 'integer',
      description: 'Of that, pages of files, but not of files in memory (tmpfs, memfd)',
    },
    socket_bytes: {
      type: 'integer',
      description:
        'Buffers of network sockets; part of charged_bytes in version 2 of control groups, beside it in version 1',
    },
  },
} as const satisfies Table;

export type ReadingRow = RowOf<typeof readingsTable>;
