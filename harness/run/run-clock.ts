import { machineSeconds } from '../kernel/uptime.ts';

/** The clock of a run, started right before its launch. All times of the run come from it. */
export interface RunClock {
  readonly startedAt: Date;
  /** Seconds from the boot of the machine to the start of the run. An older process does not belong to the run. */
  readonly launchedSeconds: number;
  /** Seconds since the start, from a monotonic clock. */
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
