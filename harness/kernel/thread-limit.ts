import type { TaskLimit } from '../model/runtime.ts';
import { GROUP_FILES } from './cgroup-files.ts';
import { readGroupFiles } from './own-groups.ts';
import { readSetting } from './read-setting.ts';

/** More OS threads than anybody would start in one process on purpose. */
const SENSIBLE_THREADS = 10_000;

/** Threads left for everything else that runs on the machine. */
const LEFT_FOR_OTHERS = 2_000;

/** A thread has its stack and, below it, a guard page: two memory mappings each. */
const MAPS_A_THREAD = 2;

/** The texts of the kernel's files that bound the number of threads; undefined for one that cannot be read. */
export interface ThreadBounds {
  /** /proc/sys/kernel/pid_max */
  readonly pidMax?: string | undefined;
  /** /proc/sys/kernel/threads-max */
  readonly threadsMax?: string | undefined;
  /** /proc/sys/vm/max_map_count */
  readonly maxMapCount?: string | undefined;
  /** /proc/self/limits */
  readonly ownLimits?: string | undefined;
  /** The machine's own root, whom the limit of processes does not bind (setrlimit(2)). */
  readonly isRoot?: boolean | undefined;
  /** pids.max of our control group and of each one above it. */
  readonly groups?: readonly (string | undefined)[] | undefined;
}

/** How many tasks a runtime can have on this machine when each is an OS thread. */
export function threadLimit(): TaskLimit {
  return tightestOf({
    pidMax: readSetting('/proc/sys/kernel/pid_max'),
    threadsMax: readSetting('/proc/sys/kernel/threads-max'),
    maxMapCount: readSetting('/proc/sys/vm/max_map_count'),
    ownLimits: readSetting('/proc/self/limits'),
    // In a container whose root is somebody else outside, 0 is not mapped to 0 (user_namespaces(7)).
    isRoot: process.getuid?.() === 0 && /^\s*0\s+0\s/.test(readSetting('/proc/self/uid_map') ?? ''),
    groups: readGroupFiles(GROUP_FILES.processLimit),
  });
}

/** The tightest of the bounds, with its name as the reason; an unknown one does not bind. */
export function tightestOf(bounds: ThreadBounds): TaskLimit {
  const limitOf = (name: string, text: string | undefined, perThread = 1): TaskLimit => {
    const value = Number.parseInt(text ?? '', 10);
    const threads = Math.floor(value / perThread) - LEFT_FOR_OTHERS;
    return {
      tasks: Number.isNaN(value) ? Number.POSITIVE_INFINITY : Math.max(1, threads),
      reason: `each task is a thread of the operating system, and ${name} is ${value}`,
    };
  };
  const ownProcesses = bounds.ownLimits?.match(/^Max processes\s+(\S+)/m)?.[1];
  return [
    { tasks: SENSIBLE_THREADS, reason: 'each task is a thread of the operating system' },
    limitOf('kernel.pid_max', bounds.pidMax),
    limitOf('kernel.threads-max', bounds.threadsMax),
    limitOf('vm.max_map_count', bounds.maxMapCount, MAPS_A_THREAD),
    limitOf('the limit of processes (ulimit -u)', bounds.isRoot ? undefined : ownProcesses),
    ...(bounds.groups ?? []).map((text) => limitOf('pids.max of the control group', text)),
  ].reduce((least, one) => (one.tasks < least.tasks ? one : least));
}
