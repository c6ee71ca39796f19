/** The sums of `/proc/PID/smaps_rollup`, in bytes: walked page by page, so exact, and slow (25 ms for 2 GB). */
export interface SmapsRollup {
  readonly rssBytes: number;
  readonly pssBytes: number;
  readonly privateBytes: number;
}

/** Parses `/proc/PID/smaps_rollup` (proc_pid_smaps(5)). */
export function parseSmapsRollup(text: string): SmapsRollup {
  const bytes = (field: string) => {
    const match = text.match(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm'));
    return Number(match?.[1] ?? 0) * 1024;
  };
  return {
    rssBytes: bytes('Rss'),
    pssBytes: bytes('Pss'),
    privateBytes: bytes('Private_Clean') + bytes('Private_Dirty'),
  };
}
