/** The fields of `/proc/PID/stat` that tasktax uses. */
export interface ProcStat {
  readonly state: string;
  readonly parent: number;
  readonly session: number;
  readonly minorFaults: number;
  readonly majorFaults: number;
  readonly userCpuSeconds: number;
  readonly systemCpuSeconds: number;
  /** When it started, in seconds since the machine did. */
  readonly startedSeconds: number;
}

/** USER_HZ: the unit of the times in /proc, 100 on every Linux that Node runs on (times(2)). */
const TICKS_PER_SECOND = 100;

/**
 * Parses `/proc/PID/stat` (proc_pid_stat(5)). Faults and times include children that were waited for.
 * The `rss` field is not used: it lags behind VmRSS by up to 148 kB.
 */
export function parseProcStat(line: string): ProcStat {
  // The command's name may hold spaces and parentheses; everything after its last ")" is well-formed.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  return {
    state: fields[0] ?? '',
    parent: field(4),
    session: field(6),
    minorFaults: field(10) + field(11),
    majorFaults: field(12) + field(13),
    userCpuSeconds: (field(14) + field(16)) / TICKS_PER_SECOND,
    systemCpuSeconds: (field(15) + field(17)) / TICKS_PER_SECOND,
    startedSeconds: field(22) / TICKS_PER_SECOND,
  };
}
