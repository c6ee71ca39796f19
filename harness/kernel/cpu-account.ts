import type { ControlGroup } from './control-group.ts';
import { cellsOf, columnsOf } from './counter-column.ts';
import type { ProcessMonitor } from './instrument.ts';

/** Who counts the CPU time of a run. */
export const CPU_SOURCES = ['cgroup', 'schedstat'] as const;

export type CpuSource = (typeof CPU_SOURCES)[number];

/** The CPU time that a run had used when a checkpoint's line arrived, and when the program was released from it. */
export interface CpuAtCheckpoint {
  readonly source: CpuSource;
  readonly arrivedCpuSeconds: number;
  readonly releasedCpuSeconds: number;
}

/** Tells the CPU time of a run so far; undefined where nobody counts it, or no process is left. */
export type CpuAccount = () => { readonly source: CpuSource; readonly seconds: number } | undefined;

/** The most precise account that there is: the control group's, which includes what has ended, or that of each thread. */
export function cpuAccount(group: ControlGroup | undefined, processes: ProcessMonitor): CpuAccount {
  return () => {
    const ofGroup = group?.cpuSeconds();
    if (ofGroup !== undefined) return { source: 'cgroup', seconds: ofGroup };
    const ofThreads = processes.cpuSeconds();
    return ofThreads === undefined ? undefined : { source: 'schedstat', seconds: ofThreads };
  };
}

/** The CPU time in a control group's file, in seconds: version 1 counts nanoseconds, version 2 microseconds. */
export function cpuSecondsIn(version: 1 | 2, text: string | undefined): number | undefined {
  const number = version === 1 ? text : text?.match(/^usage_usec (\d+)$/m)?.[1];
  return number === undefined ? undefined : Number(number) / (version === 1 ? 1e9 : 1e6);
}

/** Its columns of `readings.csv`. */
const CPU_TIMES = {
  arrivedCpuSeconds: {
    column: {
      name: 'arrived_cpu_seconds',
      type: 'number',
      description:
        "CPU time that the run had used when the checkpoint's line arrived; cpu_source of its run says who counted it",
    },
  },
  releasedCpuSeconds: {
    column: {
      name: 'released_cpu_seconds',
      type: 'number',
      description: 'The same, when the program was released from the checkpoint',
    },
  },
} as const;

export const cpuColumns = columnsOf(CPU_TIMES);

/** The cells of those columns; empty where nobody counts CPU time that finely. */
export function cpuCells(cpu: CpuAtCheckpoint | undefined) {
  return cellsOf(CPU_TIMES, cpu ?? { arrivedCpuSeconds: null, releasedCpuSeconds: null });
}
