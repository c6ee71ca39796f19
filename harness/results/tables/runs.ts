import { STATUSES } from '../../model/outcome.ts';
import type { RowOf, Table } from '../table.ts';

export const runsTable = {
  name: 'runs',
  description:
    'One row a run, in the order in which they were made. Only rows with status "ok" enter a summary.',
  primaryKey: ['run_id'],
  foreignKeys: [
    { fields: ['machine_id'], table: 'machines' },
    { fields: ['runtime_id'], table: 'runtimes' },
  ],
  fields: {
    run_id: {
      type: 'string',
      required: true,
      description: 'Comparison, position and, from the second on, attempt',
    },
    comparison_id: { type: 'string', required: true, description: 'The invocation of compare' },
    machine_id: { type: 'string', required: true, description: 'Where it ran' },
    runtime_id: { type: 'string', required: true, description: 'What ran' },
    workload: { type: 'string', required: true, description: 'What the tasks did' },
    tasks: { type: 'integer', required: true, description: 'Number of tasks' },
    parameters: {
      type: 'string',
      required: true,
      description:
        "The workload's parameters: key=value, separated by spaces, in the workload's order; - for none",
    },
    repeat: { type: 'integer', required: true, description: 'Which repeat of the case, from 1' },
    position: {
      type: 'integer',
      required: true,
      description: 'Place in the shuffled order, from 1; the attempts of one planned run share it',
    },
    started_at: { type: 'datetime', required: true, description: 'Launch, UTC' },
    status: { type: 'string', required: true, values: STATUSES, description: 'How the run ended' },
    status_detail: { type: 'string', description: 'One sentence when it is not ok' },
    exit_code: { type: 'integer', description: 'Exit code; empty when a signal ended it' },
    signal: { type: 'string', description: 'Signal that ended it' },
    startup_seconds: {
      type: 'number',
      description: 'Launch to the arrival of "ready", on the harness\'s clock',
    },
    create_seconds: {
      type: 'number',
      description:
        'Creating the tasks: release of "ready" (of "queued" in spawn-backlog) to the arrival of "parked" or "created", on the harness\'s clock',
    },
    finish_seconds: {
      type: 'number',
      description:
        'Release of the checkpoint before it to the arrival of "finished", on the harness\'s clock',
    },
    exit_seconds: {
      type: 'number',
      description: 'Release of "finished" to the exit of the process',
    },
    wall_seconds: {
      type: 'number',
      required: true,
      description: 'Launch to exit, with the time that the program waited at checkpoints',
    },
    program_seconds: {
      type: 'number',
      description: "The program's own clock around the timed work (its seconds=)",
    },
    tasks_per_second: {
      type: 'number',
      description:
        "Tasks divided by the timed work on the harness's clock: create_seconds, in spawn-join finish_seconds",
    },
    user_cpu_seconds: {
      type: 'number',
      description:
        'CPU time in user mode up to the last checkpoint, all processes, in kernel ticks of 10 ms; of a command without checkpoints, up to its end, in microseconds',
    },
    system_cpu_seconds: {
      type: 'number',
      description:
        'CPU time in the kernel up to the last checkpoint, all processes, in kernel ticks of 10 ms; of a command without checkpoints, up to its end, in microseconds',
    },
    ready_rss_bytes: {
      type: 'integer',
      description: 'Resident memory (VmRSS) at "ready": the runtime with no task',
    },
    parked_rss_bytes: {
      type: 'integer',
      description: 'Resident memory (VmRSS) at "parked": all tasks suspended',
    },
    parked_pss_bytes: {
      type: 'integer',
      description: 'Proportional set size at "parked" (smaps_rollup): shared pages count once',
    },
    peak_rss_bytes: {
      type: 'integer',
      description: 'Highest resident memory up to "finished", see peak_source',
    },
    peak_source: {
      type: 'string',
      values: ['vmhwm', 'maxrss', 'cgroup', 'several-at-least', 'vmhwm-sum', 'polled'],
      description:
        "vmhwm: the kernel's high-water mark of the one process at the last checkpoint, exact; maxrss: the same mark at its end, exact; cgroup: of several processes, what they share once: the peak charge of their control group, less kernel memory and page cache, plus the file pages of the largest process, within 2 %; several-at-least: the largest of several processes, or all together when seen, a lower bound; polled: the highest sample, a lower bound; vmhwm-sum (up to version 0.1.0): the sum of the marks of several processes, an upper bound",
    },
    charged_peak_bytes: {
      type: 'integer',
      description:
        "The most that the kernel charged at once to the run's control group: all processes, what they share once, page tables and other kernel memory, memory files (tmpfs, memfd), and pages of files that the run was the first to read or write, up to its end; empty where it had no control group",
    },
    page_table_bytes: {
      type: 'integer',
      description:
        'Page tables (VmPTE) at the checkpoint where they were largest; not part of resident memory',
    },
    heap_bytes: {
      type: 'integer',
      description:
        'Growth from "ready" to "parked" of the language\'s own account of its heap; only with heap=1',
    },
    threads_peak: {
      type: 'integer',
      description: 'Most OS threads seen at a checkpoint or in a sample',
    },
    processes_peak: {
      type: 'integer',
      description: 'Most processes seen at a checkpoint or in a sample',
    },
    minor_faults: {
      type: 'integer',
      description: 'Page faults without I/O up to the last checkpoint',
    },
    major_faults: {
      type: 'integer',
      description: 'Page faults with I/O up to the last checkpoint',
    },
    voluntary_switches: {
      type: 'integer',
      description: 'Voluntary context switches of the threads alive at the last checkpoint',
    },
    involuntary_switches: {
      type: 'integer',
      description: 'Involuntary context switches of the threads alive at the last checkpoint',
    },
    started: {
      type: 'integer',
      description: 'Tasks that the program counted as started, the backlog included',
    },
    finished: {
      type: 'integer',
      description: 'Tasks that the program counted as finished, the backlog included',
    },
    live_peak: {
      type: 'integer',
      description:
        'Most tasks that the program counted alive at once; empty for bare timers, which run no code that could count',
    },
    sample_count: {
      type: 'integer',
      required: true,
      description: 'Samples of the memory curve that were taken',
    },
    sample_interval_p50_seconds: { type: 'number', description: 'Median time between two samples' },
    sample_interval_p99_seconds: {
      type: 'number',
      description: '99th percentile of the time between two samples',
    },
    sample_interval_max_seconds: {
      type: 'number',
      description: 'Longest time between two samples',
    },
    rss_difference: {
      type: 'number',
      description:
        'Quick count (VmRSS) over exact count (smaps_rollup) of resident memory at "parked", minus 1',
    },
    swap_in_pages: {
      type: 'integer',
      description: 'Machine-wide pages read from swap during the run',
    },
    swap_out_pages: {
      type: 'integer',
      description: 'Machine-wide pages written to swap during the run',
    },
    stolen_cpu_seconds: {
      type: 'number',
      description: 'CPU time that the hypervisor gave to others during the run',
    },
    throttled_seconds: {
      type: 'number',
      description: 'Time for which the control group was held back during the run',
    },
    cpu_pressure_seconds: {
      type: 'number',
      description: "Time in which some task waited for a CPU (PSI), the run's own included",
    },
    memory_pressure_seconds: {
      type: 'number',
      description: 'Time in which some task waited for memory (PSI)',
    },
    io_pressure_seconds: {
      type: 'number',
      description: 'Time in which some task waited for I/O (PSI)',
    },
    other_cpu_seconds: {
      type: 'number',
      description: "CPU time of processes other than the run's and the harness",
    },
    noise_flags: {
      type: 'string',
      description:
        'Limits of the conditions that were crossed, separated by spaces; the list is in this dictionary',
    },
  },
} as const satisfies Table;

export type RunRow = RowOf<typeof runsTable>;
