import { existsSync, readFileSync } from 'node:fs';
import type { TaskLimit } from '../vocabulary/runtime.ts';

/** More threads of the operating system than anybody would start in one process on purpose. */
const SENSIBLE_THREADS = 10_000;

/** What else runs on the machine needs room as well. */
const LEFT_FOR_OTHERS = 2_000;

/** A thread has its stack and, below it, a guard page: two maps of memory each. */
const MAPS_A_THREAD = 2;

/** How many tasks a runtime can have whose tasks are threads of the operating system, read off this machine. */
export function threadLimit(): TaskLimit {
  const tightest = machineLimits().reduce((least, one) => (one.tasks < least.tasks ? one : least));
  return tightest.tasks < SENSIBLE_THREADS
    ? tightest
    : { tasks: SENSIBLE_THREADS, reason: 'each task is a thread of the operating system' };
}

/** What the kernel allows, each limit by its own name; unknown ones do not bind. */
function machineLimits(): readonly TaskLimit[] {
  const limitOf = (name: string, text: string | undefined, perThread = 1): TaskLimit => {
    const value = Number.parseInt(text ?? '', 10);
    const threads = Math.floor(value / perThread) - LEFT_FOR_OTHERS;
    return {
      tasks: Number.isNaN(value) ? Number.POSITIVE_INFINITY : Math.max(1, threads),
      reason: `each task is a thread of the operating system, and ${name} is ${value}`,
    };
  };
  const userProcesses = textOf('/proc/self/limits')?.match(/^Max processes\s+(\S+)/m)?.[1];
  return [
    limitOf('kernel.pid_max', textOf('/proc/sys/kernel/pid_max')),
    limitOf('kernel.threads-max', textOf('/proc/sys/kernel/threads-max')),
    limitOf('vm.max_map_count', textOf('/proc/sys/vm/max_map_count'), MAPS_A_THREAD),
    limitOf('the limit of processes (ulimit -u)', userProcesses),
    limitOf('pids.max of the control group', textOf('/sys/fs/cgroup/pids.max')),
  ];
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
