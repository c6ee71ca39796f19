import { readProc } from './proc-file.ts';

/** Seconds since the machine started, rounded down to the tick in which processes are stamped. */
export function machineSeconds(): number {
  const [uptime = '0'] = readProc('/proc/uptime')?.split(' ') ?? [];
  return Number(uptime);
}
