import { hasProcFile } from './platform.ts';
import { readProc } from './proc-file.ts';
import { parseProcStat } from './proc-stat.ts';

/** Identifies a process for good, `PID@START`: the kernel uses numbers again, but not with the same start. */
export function processIdentity(pid: number): string {
  const line = readProc(`/proc/${pid}/stat`);
  return `${pid}@${line === undefined ? 'unknown' : parseProcStat(line).startedSeconds}`;
}

/** Whether the process of that identity is still alive. */
export function isAlive(identity: string): boolean {
  const pid = Number.parseInt(identity, 10);
  if (hasProcFile('stat')) {
    const line = readProc(`/proc/${pid}/stat`);
    // A zombie has ended: it may stay for good where nobody waits for it.
    const hasEnded = line === undefined || parseProcStat(line).state === 'Z';
    return !hasEnded && processIdentity(pid) === identity;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // no such process, or another user's who took the number
  }
}
