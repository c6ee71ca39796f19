import type { Reading } from '../kernel/reading.ts';
import { type MeasuredRun, readingAt } from './measured-run.ts';

/** The seconds of the work that a workload times; null when the run did not come through it. */
export function timedSeconds(run: MeasuredRun): number | null {
  const { from, to } = run.workload.timed;
  return secondsBetween(readingAt(run, from), readingAt(run, to));
}

/** The work between two checkpoints: from the moment the program was let go to the moment it reported back. */
export function secondsBetween(from: Reading | undefined, to: Reading | undefined): number | null {
  return from && to ? to.elapsedSeconds - from.releasedSeconds : null;
}
