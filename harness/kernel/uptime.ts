import { readProc } from './proc-file.ts';

/** Seconds since the machine started, rounded down to 10 ms, as the start times of processes are. */
export function machineSeconds(): number {
  const [uptime = '0'] = readProc('/proc/uptime')?.split(' ') ?? [];
  return Number(uptime);
}
