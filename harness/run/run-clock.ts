import { machineSeconds } from '../kernel/uptime.ts';

/** The clock of a run, started right before its launch. All times of the run come from it. */
export interface RunClock {
  readonly startedAt: Date;
  /** Seconds from the boot of the machine to the start of the run. An older process does not belong to the run. */
  readonly launchedSeconds: number;
  /** Seconds since the start, from a monotonic clock. */
  readonly elapsedSeconds: () => number;
}

/** Starts the clock of a run. */
export function startRunClock(): RunClock {
  const launchedSeconds = machineSeconds();
  const startedAt = new Date();
  const start = performance.now();
  return {
    startedAt,
    launchedSeconds,
    elapsedSeconds: () => (performance.now() - start) / 1000,
  };
}
