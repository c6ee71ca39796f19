import { readProc } from '../../kernel/proc-file.ts';

/** The time from a child's first checkpoint to its release from the last, and the CPU that watching it used meanwhile. */
export interface ObservedTime {
  readonly seconds: number;
  /** CPU time of the observer, without its children; null where nobody watched. */
  readonly observerCpuSeconds: number | null;
}

/** Starts both clocks; the returned function reads them. */
export function startObservedTime(cpuSeconds: () => number | null): () => ObservedTime {
  const cpuBefore = cpuSeconds();
  const start = performance.now();
  return () => {
    const seconds = (performance.now() - start) / 1000;
    const cpuNow = cpuSeconds();
    const unknown = cpuBefore === null || cpuNow === null;
    return { seconds, observerCpuSeconds: unknown ? null : cpuNow - cpuBefore };
  };
}

/** CPU time of this process, for observers that live in it. */
export function ourCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** USER_HZ, see times(2). */
const TICKS_PER_SECOND = 100;

/** CPU time of a process without its children: fields 14 and 15 of `/proc/PID/stat`; null when it is gone. */
export function cpuSecondsOf(pid: number): number | null {
  const line = readProc(`/proc/${pid}/stat`);
  if (line === undefined) return null;
  // The command's name may hold spaces and parentheses; the third field comes after its last ")".
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
