/** The fields of `/proc/PID/status` that tasktax uses; memory in bytes (the file has kB). */
export interface ProcStatus {
  readonly rssBytes: number;
  readonly peakRssBytes: number;
  readonly pageTableBytes: number;
  readonly swapBytes: number;
  readonly threads: number;
}

/**
 * Parses `/proc/PID/status` (proc_pid_status(5)).
 *
 * @returns undefined for a zombie or kernel thread: their files have no Vm lines. VmHWM is gone with the memory
 * map, which is why the peak is read while the program waits at a checkpoint and not after it.
 */
export function parseProcStatus(text: string): ProcStatus | undefined {
  const rssBytes = kilobytes(text, 'VmRSS');
  const peakRssBytes = kilobytes(text, 'VmHWM');
  if (rssBytes === undefined || peakRssBytes === undefined) return undefined;
  return {
    rssBytes,
    peakRssBytes,
    pageTableBytes: kilobytes(text, 'VmPTE') ?? 0,
    swapBytes: kilobytes(text, 'VmSwap') ?? 0,
    threads: integer(text, 'Threads') ?? 1,
  };
}

/** Context switches of one thread, from `/proc/PID/task/TID/status`; the process's own file has its first thread's only. */
export function parseSwitches(text: string): { voluntary: number; involuntary: number } {
  return {
    voluntary: integer(text, 'voluntary_ctxt_switches') ?? 0,
    involuntary: integer(text, 'nonvoluntary_ctxt_switches') ?? 0,
  };
}

function kilobytes(text: string, field: string): number | undefined {
  const value = integer(text, field);
  return value === undefined ? undefined : value * 1024;
}

function integer(text: string, field: string): number | undefined {
  const at = text.startsWith(`${field}:`) ? 0 : text.indexOf(`\n${field}:`) + 1;
  if (at === 0 && !text.startsWith(`${field}:`)) return undefined;
  return Number.parseInt(text.slice(at + field.length + 1), 10);
}
