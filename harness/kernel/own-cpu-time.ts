import { readProc } from './proc-file.ts';
import { parseProcStat, TICKS_PER_SECOND } from './proc-stat.ts';

/** CPU time in seconds of a process without its children, user and system; null when it is gone. */
export function ownCpuSeconds(pid: number): number | null {
  const line = readProc(`/proc/${pid}/stat`);
  if (line === undefined) return null;
  const { field } = parseProcStat(line);
  return (field(14) + field(15)) / TICKS_PER_SECOND;
}

/** CPU time in seconds of the harness itself, user and system. */
export function ourCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
