import { machineSeconds } from '../kernel/uptime.ts';

/** The clock of one run, started right before its launch: every time of the run is read from it. */
export interface RunClock {
  readonly startedAt: Date;
  /** Seconds from the machine's start to the run's: a process that is older does not belong to the run. */
  readonly launchedSeconds: number;
  /** Seconds since the start, from a clock that never jumps. */
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
