import { readProc } from './proc-file.ts';
import { type ProcStat, parseProcStat } from './proc-stat.ts';

/** A living process with what its `stat` said. */
export interface LivingProcess {
  readonly pid: number;
  readonly stat: ProcStat;
}

/** Reads a process's `stat`; undefined when it is gone, or a zombie. */
export function livingProcess(pid: number): LivingProcess | undefined {
  const line = readProc(`/proc/${pid}/stat`);
  if (line === undefined) return undefined;
  const stat = parseProcStat(line);
  return stat.state === 'Z' ? undefined : { pid, stat };
}
