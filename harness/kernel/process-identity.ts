import { existsSync } from 'node:fs';
import { readProc } from './proc-file.ts';
import { parseProcStat } from './proc-stat.ts';

/** Names a process beyond doubt, `PID@START`: numbers of processes are used again, but not with the same start. */
export function processIdentity(pid: number): string {
  const line = readProc(`/proc/${pid}/stat`);
  return `${pid}@${line === undefined ? 'unknown' : parseProcStat(line).startedSeconds}`;
}

/** Whether the process of that identity still lives. */
export function isAlive(identity: string): boolean {
  const pid = Number.parseInt(identity, 10);
  if (existsSync('/proc/self/stat')) {
    const line = readProc(`/proc/${pid}/stat`);
    // A zombie has ended; where nobody collects it, it stays for as long as the machine is up.
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
