/** What `/proc/PID/stat` says of a process (proc_pid_stat(5)). */
export interface ProcStat {
  readonly state: string;
  readonly parent: number;
  readonly session: number;
  /** When the process started, in seconds since the machine did. */
  readonly startedSeconds: number;
  /** The number in a field, by the field's number in the manual page, from 4 on. */
  readonly field: (number: number) => number;
}

/** USER_HZ: the unit of times under /proc, 100 on every Linux that Node runs on (times(2)). */
export const TICKS_PER_SECOND = 100;

/** Parses `/proc/PID/stat`. Its `rss` field is not for use: it lags behind VmRSS by up to 148 kB. */
export function parseProcStat(line: string): ProcStat {
  // The command's name may hold spaces and parentheses; everything after its last ")" is well-formed.
  const [state = '', ...rest] = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(rest[number - 4]);
  return {
    state,
    parent: field(4),
    session: field(6),
    startedSeconds: field(22) / TICKS_PER_SECOND,
    field,
  };
}
