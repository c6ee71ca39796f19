import { ANY_SIGN } from '../model/largest-figure.ts';
import { GROUP_FILES } from './cgroup-files.ts';
import type { CounterColumn } from './counter-column.ts';
import { cpuTime, type MachineSource, pressure, throttling, vmstat } from './machine-sources.ts';
import { readGroupFiles } from './own-groups.ts';
import { readProc } from './proc-file.ts';

/** One counter of the whole machine; the name ends with the unit. */
interface MachineCounterDeclaration {
  readonly source: MachineSource;
  /** Where its growth over a run stands in `runs.csv`. */
  readonly column?: CounterColumn;
}

/**
 * Every counter of the machine, in the order of the columns of `runs.csv`. To add one, add an entry: how it is read,
 * its growth over a run, its column and its cell come from here. A limit on it is an entry of `noise-flags.ts`.
 */
export const MACHINE_COUNTERS = {
  swapInPages: {
    source: vmstat('pswpin'),
    column: {
      name: 'swap_in_pages',
      type: 'integer',
      description: 'Machine-wide pages read from swap during the run',
    },
  },
  swapOutPages: {
    source: vmstat('pswpout'),
    column: {
      name: 'swap_out_pages',
      type: 'integer',
      description: 'Machine-wide pages written to swap during the run',
    },
  },
  stolenCpuSeconds: {
    source: cpuTime(['steal']),
    column: {
      name: 'stolen_cpu_seconds',
      type: 'number',
      minimum: ANY_SIGN, // kernels have been seen to take some back
      description: 'CPU time that the hypervisor gave to others during the run',
    },
  },
  /** Of our control group and of those above it. */
  throttledSeconds: {
    source: throttling,
    column: {
      name: 'throttled_seconds',
      type: 'number',
      description: 'Time for which the control group was held back during the run',
    },
  },
  cpuPressureSeconds: {
    source: pressure('cpu'),
    column: {
      name: 'cpu_pressure_seconds',
      type: 'number',
      description: "Time in which some task waited for a CPU (PSI), the run's own included",
    },
  },
  memoryPressureSeconds: {
    source: pressure('memory'),
    column: {
      name: 'memory_pressure_seconds',
      type: 'number',
      description: 'Time in which some task waited for memory (PSI)',
    },
  },
  ioPressureSeconds: {
    source: pressure('io'),
    column: {
      name: 'io_pressure_seconds',
      type: 'number',
      description: 'Time in which some task waited for I/O (PSI)',
    },
  },
  /** CPU time of all processes on all CPUs. */
  busyCpuSeconds: { source: cpuTime(['user', 'nice', 'system']) },
  /** Processes that the kernel ended because there was no memory left. */
  outOfMemoryKills: { source: vmstat('oom_kill') },
} as const satisfies Readonly<Record<string, MachineCounterDeclaration>>;

/** Counters of the whole machine since its start; null where it does not tell. */
export type MachineCounters = {
  readonly [Name in keyof typeof MACHINE_COUNTERS]: number | null;
};

/** Reads every counter of the machine: about 0.5 ms. */
export function readMachineCounters(): MachineCounters {
  const files = {
    vmstat: readProc('/proc/vmstat'),
    stat: readProc('/proc/stat'),
    'pressure/cpu': readProc('/proc/pressure/cpu'),
    'pressure/memory': readProc('/proc/pressure/memory'),
    'pressure/io': readProc('/proc/pressure/io'),
    cpuStats: readGroupFiles(GROUP_FILES.cpuStat),
  };
  const counters = Object.entries(MACHINE_COUNTERS).map(([name, { source }]) => [
    name,
    source(files),
  ]);
  return Object.fromEntries(counters);
}
