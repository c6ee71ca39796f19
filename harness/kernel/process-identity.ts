import { type LivingProcess, livingProcess } from './living-process.ts';
import { hasProcFile } from './platform.ts';
import { readProc } from './proc-file.ts';
import { parseProcStat } from './proc-stat.ts';

/** Identifies a process for good, `PID@START`: the kernel uses numbers again, but not with the same start. */
export function processIdentity(pid: number): string {
  const line = readProc(`/proc/${pid}/stat`);
  return line === undefined ? `${pid}@unknown` : identityOf({ pid, stat: parseProcStat(line) });
}

function identityOf({ pid, stat }: LivingProcess): string {
  return `${pid}@${stat.startedSeconds}`;
}

/** Whether the process of that identity is still alive. */
export function isAlive(identity: string): boolean {
  const pid = Number.parseInt(identity, 10);
  if (hasProcFile('stat')) {
    const living = livingProcess(pid); // a zombie has ended: it may stay for good where nobody waits for it
    return living !== undefined && identityOf(living) === identity;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // no such process, or another user's who took the number
  }
}
