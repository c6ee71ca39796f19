/** The clock of one run: seconds since its program was started. */
export interface RunClock {
  readonly elapsedSeconds: () => number;
  /** A moment on the machine's monotonic clock, in nanoseconds, as seconds of this clock. */
  readonly at: (nanoseconds: bigint) => number;
  /** Lets the clock have started at such a moment: whoever starts the program knows it better than we do. */
  readonly startedAt: (nanoseconds: bigint) => void;
}

/** Starts now. */
export function startRunClock(): RunClock {
  let start = process.hrtime.bigint();
  const at = (nanoseconds: bigint) => Number(nanoseconds - start) / 1e9;
  return {
    at,
    elapsedSeconds: () => at(process.hrtime.bigint()),
    startedAt(nanoseconds) {
      start = nanoseconds;
    },
  };
}
