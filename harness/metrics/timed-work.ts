import type { Reading } from '../kernel/reading.ts';
import { type MeasuredRun, readingAt } from './measured-run.ts';

/** The duration of the timed work in seconds; null when the run did not complete it. */
export function timedSeconds(run: MeasuredRun): number | null {
  const { from, to } = run.workload.timed;
  return secondsBetween(readingAt(run, from), readingAt(run, to));
}

/** Seconds from the release of one checkpoint to the arrival of another; null when either is missing. */
export function secondsBetween(from: Reading | undefined, to: Reading | undefined): number | null {
  return from && to ? to.elapsedSeconds - from.releasedSeconds : null;
}
