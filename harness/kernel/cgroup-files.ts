/** A file of a control group: its controller, and its name in version 1 and in version 2. */
export interface GroupFile {
  readonly controller: 'memory' | 'cpu' | 'cpuacct' | 'pids';
  readonly 1: string;
  readonly 2: string | undefined;
}

/**
 * The files of control groups that tasktax reads or writes (cgroup-v1/ and cgroup-v2.rst of the kernel's
 * documentation).
 */
export const GROUP_FILES = {
  memoryLimit: { controller: 'memory', 1: 'memory.limit_in_bytes', 2: 'memory.max' },
  memoryUsage: { controller: 'memory', 1: 'memory.usage_in_bytes', 2: 'memory.current' },
  memoryPeak: { controller: 'memory', 1: 'memory.max_usage_in_bytes', 2: 'memory.peak' },
  /** Version 2 has both in memory.stat, and no peak. */
  kernelMemory: { controller: 'memory', 1: 'memory.kmem.usage_in_bytes', 2: undefined },
  networkBuffers: { controller: 'memory', 1: 'memory.kmem.tcp.usage_in_bytes', 2: undefined },
  kernelMemoryPeak: { controller: 'memory', 1: 'memory.kmem.max_usage_in_bytes', 2: undefined },
  memoryStat: { controller: 'memory', 1: 'memory.stat', 2: 'memory.stat' },
  /** Both count `oom_kill`. */
  memoryEvents: { controller: 'memory', 1: 'memory.oom_control', 2: 'memory.events' },
  /** Version 1 limits memory and swap together, version 2 swap alone. */
  swapLimit: { controller: 'memory', 1: 'memory.memsw.limit_in_bytes', 2: 'memory.swap.max' },
  cpuQuota: { controller: 'cpu', 1: 'cpu.cfs_quota_us', 2: 'cpu.max' },
  cpuStat: { controller: 'cpu', 1: 'cpu.stat', 2: 'cpu.stat' },
  /** Version 1: nanoseconds. Version 2: `usage_usec`, which every group has. */
  cpuUsage: { controller: 'cpuacct', 1: 'cpuacct.usage', 2: 'cpu.stat' },
  processLimit: { controller: 'pids', 1: 'pids.max', 2: 'pids.max' },
} as const satisfies Record<string, GroupFile>;
