import { TICKS_PER_SECOND } from './proc-stat.ts';

/** What the kernel says of the whole machine; undefined for a file that cannot be read. */
export interface MachineFiles {
  readonly vmstat?: string | undefined;
  readonly stat?: string | undefined;
  readonly 'pressure/cpu'?: string | undefined;
  readonly 'pressure/memory'?: string | undefined;
  readonly 'pressure/io'?: string | undefined;
  /** cpu.stat of our control group and of every group above it. */
  readonly cpuStats?: readonly (string | undefined)[];
}

/** Finds a counter in the files; null when they do not tell. */
export type MachineSource = (files: MachineFiles) => number | null;

/** A line of `/proc/vmstat`. */
export function vmstat(name: string): MachineSource {
  return (files) => numberAfter(files.vmstat, name);
}

/** The columns of the first line of `/proc/stat`, which is about all CPUs together (proc_stat(5)). */
const CPU_TIMES = ['user', 'nice', 'system', 'idle', 'iowait', 'irq', 'softirq', 'steal'] as const;

/** Seconds that the CPUs have spent in some of these ways. */
export function cpuTime(ways: readonly (typeof CPU_TIMES)[number][]): MachineSource {
  return ({ stat = '' }) => {
    const [, ...fields] = stat.split('\n', 1).join('').split(/\s+/);
    const ticks = ways.reduce((sum, way) => sum + Number(fields[CPU_TIMES.indexOf(way)]), 0);
    return Number.isNaN(ticks) ? null : ticks / TICKS_PER_SECOND;
  };
}

/** Seconds in which some task waited for a resource: pressure stall information, which counts microseconds. */
export function pressure(resource: 'cpu' | 'memory' | 'io'): MachineSource {
  return (files) => {
    const total = files[`pressure/${resource}`]?.match(/^some .*total=(\d+)$/m)?.[1];
    return total === undefined ? null : Number(total) / 1e6;
  };
}

/**
 * Seconds for which a CPU quota held us back. The quota of a group binds every group below it, but only its own file
 * counts that, so the files of all groups that we are in are added up.
 */
export function throttling({ cpuStats = [] }: MachineFiles): number | null {
  const known = cpuStats.flatMap((text) => throttledSeconds(text) ?? []);
  return known.length === 0 ? null : known.reduce((sum, seconds) => sum + seconds);
}

/** Version 2 of control groups counts microseconds, version 1 nanoseconds. */
function throttledSeconds(cpuStat: string | undefined): number | null {
  const microseconds = numberAfter(cpuStat, 'throttled_usec');
  if (microseconds !== null) return microseconds / 1e6;
  const nanoseconds = numberAfter(cpuStat, 'throttled_time');
  return nanoseconds === null ? null : nanoseconds / 1e9;
}

function numberAfter(text: string | undefined, name: string): number | null {
  const match = text?.match(new RegExp(`^${name} (\\d+)$`, 'm'));
  return match ? Number(match[1]) : null;
}
