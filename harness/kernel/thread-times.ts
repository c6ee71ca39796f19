import type { LivingProcess } from './living-process.ts';
import { numbersIn, readProc } from './proc-file.ts';
import { type ProcStat, TICKS_PER_SECOND } from './proc-stat.ts';

/** The CPU time of a process so far in seconds, with that of its children that have ended and were waited for. */
export function cpuSecondsOf({ pid, stat }: LivingProcess): number {
  const threads = numbersIn(`/proc/${pid}/task`).flatMap(
    (thread) => readProc(`/proc/${pid}/task/${thread}/schedstat`) ?? [],
  );
  return sumCpuSeconds(threads, stat);
}

/**
 * Adds up the first number of each living thread's `schedstat`, in nanoseconds (sched-stats.rst of the kernel's
 * documentation). What ended threads used is only in `stat`, whose two numbers are rounded down to a tick: where those
 * are larger, they count, and the sum is up to two ticks low. Waited-for children are in ticks, too.
 */
export function sumCpuSeconds(schedstats: readonly string[], { field }: ProcStat): number {
  const nanoseconds = schedstats.reduce((sum, text) => sum + Number(text.split(' ', 1)), 0);
  const ofProcess = Math.max(nanoseconds / 1e9, (field(14) + field(15)) / TICKS_PER_SECOND);
  return ofProcess + (field(16) + field(17)) / TICKS_PER_SECOND;
}
