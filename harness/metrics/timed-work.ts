import type { Reading } from '../kernel/reading.ts';
import { type MeasuredRun, readingAt } from './measured-run.ts';

/** The duration of the timed work in seconds; null when the run did not complete it. */
export function timedSeconds(run: MeasuredRun): number | null {
  const { from, to } = run.workload.timed;
  return secondsBetween(readingAt(run, from), readingAt(run, to));
}

/** The CPU time of the timed work in seconds; null when the run did not complete it, or nobody counted it. */
export function timedCpuSeconds(run: MeasuredRun): number | null {
  const { from, to } = run.workload.timed;
  return cpuSecondsBetween(readingAt(run, from), readingAt(run, to));
}

/** CPU seconds from the release of one checkpoint to the arrival of another; null when either is missing. */
export function cpuSecondsBetween(
  from: Reading | undefined,
  to: Reading | undefined,
): number | null {
  return from?.cpu && to?.cpu ? to.cpu.arrivedCpuSeconds - from.cpu.releasedCpuSeconds : null;
}

/** Seconds from the release of one checkpoint to the arrival of another; null when either is missing. */
export function secondsBetween(from: Reading | undefined, to: Reading | undefined): number | null {
  return from && to ? to.elapsedSeconds - from.releasedSeconds : null;
}
