import type { Reading } from '../kernel/reading.ts';
import type { Case } from '../model/case.ts';
import type { Outcome } from '../model/outcome.ts';
import { PARKED, sleepSecondsOf, type Workload } from '../model/workload.ts';
import { requireReading } from './require-reading.ts';

/**
 * The outcome of a run whose tasks were not all alive at once; undefined when they were, or when the workload does not
 * require it.
 */
export function judgeConcurrency(
  { tasks, parameters }: Case,
  workload: Workload,
  readings: readonly Reading[],
): Outcome | undefined {
  if (workload.concurrency === undefined) return undefined;
  const parked = requireReading(readings, PARKED);
  const { live } = parked.facts;
  if (workload.concurrency === 'counted' || live !== undefined) {
    const detail = `${live ?? 'unknown'} of ${tasks} tasks alive at "${PARKED}"`;
    return live === tasks ? undefined : { status: 'not-concurrent', detail };
  }
  const sleepSeconds = sleepSecondsOf(workload, parameters);
  const createSeconds = parked.elapsedSeconds - requireReading(readings, 'ready').releasedSeconds;
  if (createSeconds < sleepSeconds) return undefined;
  const detail = `creating took ${createSeconds} s, so the first timers (${sleepSeconds} s) may have fired before the last was set`;
  return { status: 'not-concurrent', detail };
}
