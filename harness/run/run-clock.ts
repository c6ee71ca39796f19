import { machineSeconds } from '../kernel/uptime.ts';

/** The clock of one run, started right before its launch: every time of the run is read from it. */
export interface RunClock {
  readonly startedAt: Date;
  /** Seconds from the machine's start to the run's: a process that is older does not belong to the run. */
  readonly launchedSeconds: number;
  /** Seconds since the start, from a clock that never jumps. */
  readonly elapsedSeconds: () => number;
  /** A moment on the machine's monotonic clock, in nanoseconds, as seconds of this clock. */
  readonly at: (nanoseconds: bigint) => number;
  /** Lets the clock have started at such a moment: whoever starts the program knows it better than we do. */
  readonly restartAt: (nanoseconds: bigint) => void;
}

/** Starts the clock of a run. */
export function startRunClock(): RunClock {
  const launchedSeconds = machineSeconds();
  const startedAt = new Date();
  let start = process.hrtime.bigint();
  const at = (nanoseconds: bigint) => Number(nanoseconds - start) / 1e9;
  return {
    startedAt,
    launchedSeconds,
    at,
    elapsedSeconds: () => at(process.hrtime.bigint()),
    restartAt(nanoseconds) {
      start = nanoseconds;
    },
  };
}
