import type { Reading } from '../kernel/reading.ts';
import type { Case } from '../model/case.ts';
import type { Outcome } from '../model/outcome.ts';
import { LAST_CHECKPOINT, type Workload } from '../model/workload.ts';
import { requireReading } from './require-reading.ts';
import type { Transcript } from './transcript.ts';

/** The outcome of a run that violated the contract; undefined when it did not. */
export function judgeContract({ violation, readings }: Transcript): Outcome | undefined {
  if (violation !== undefined) return { status: 'protocol-error', detail: violation };
  const { started, finished } = readings.at(-1)?.facts ?? {};
  return started === undefined || finished === undefined
    ? { status: 'protocol-error', detail: '"finished" came without started= and finished=' }
    : undefined;
}

/** Timers with millisecond resolution may fire up to 1 ms early, and the two clocks are read at different moments. */
export const TIMER_GRAIN_SECONDS = 0.002;

/** The outcome of a run that did not do all its work, or finished faster than possible; undefined for valid work. */
export function judgeWork(
  { tasks, parameters }: Case,
  workload: Workload,
  readings: readonly Reading[],
): Outcome | undefined {
  const last = requireReading(readings, LAST_CHECKPOINT);
  const { started = 0, finished = 0 } = last.facts;
  const expected = workload.expectedTasks(tasks, parameters);
  if (started !== expected || finished !== expected) {
    const detail = `${started} started and ${finished} finished of ${expected} tasks`;
    return { status: 'invalid-work', detail };
  }
  const least = workload.leastSeconds(parameters);
  const worked = last.elapsedSeconds - requireReading(readings, 'ready').releasedSeconds;
  if (worked < least - TIMER_GRAIN_SECONDS) {
    const detail = `finished ${worked} s after ready, but the work takes at least ${least} s`;
    return { status: 'invalid-work', detail };
  }
  return undefined;
}
