import type { Reading } from '../kernel/reading.ts';
import type { Case } from '../model/case.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Parameters } from '../model/parameters.ts';
import { LAST_CHECKPOINT, PARKED, type Workload } from '../model/workload.ts';
import { TIMER_GRAIN_SECONDS } from './judge-work.ts';
import { requireReading } from './require-reading.ts';

/** A checkpoint's times on the harness's clock, and what the program reported with it. */
interface Passed {
  readonly arrivedSeconds: number;
  readonly releasedSeconds: number;
  readonly facts: Readonly<Record<string, number>>;
}

/** The facts of `finished` that tell how late tasks woke, in their order. */
const LATENESS_FACTS = ['lateness_p50', 'lateness_p99', 'lateness_max'] as const;

/** The middle of a range of the program's counters is within 2.2 % of what it counted; a program may round otherwise. */
const COUNTER_TOLERANCE = 0.05;

/** What a program may take to collect its tasks after the last one has woken. */
const COLLECTING = { seconds: 0.25, perTask: 10e-6 };

/**
 * The outcome of a run whose lateness is not true, or not the runtime's: it would include the time for which we held the
 * program at `parked`. Undefined for one that is, and for a workload that reports none.
 */
export function judgeLateness(
  theCase: Case,
  workload: Workload,
  readings: readonly Reading[],
): Outcome | undefined {
  if (workload.lateness === undefined) return undefined;
  const at = (checkpoint: string): Passed => {
    const { elapsedSeconds, ...reading } = requireReading(readings, checkpoint);
    return { arrivedSeconds: elapsedSeconds, ...reading };
  };
  const fault = latenessFault(workload, theCase, at);
  if (fault !== undefined) {
    return { status: 'invalid-work', detail: `"${LAST_CHECKPOINT}": ${fault}` };
  }
  const { dueSeconds } = workload.lateness(theCase.parameters);
  const held = at(PARKED).releasedSeconds - at('ready').releasedSeconds;
  if (held < dueSeconds) return undefined;
  const detail = `it was released from "${PARKED}" after ${held} s, when the first tasks were due`;
  return { status: 'not-concurrent', detail };
}

/**
 * What the harness's clock says against the lateness that a program reports, as a clause; undefined when nothing. No
 * task can have been due before the first could go to sleep, nor wake after `finished` arrived. The last one was due by
 * the time that all had gone to sleep and slept; what passes from then on is lateness, apart from collecting the tasks.
 *
 * @param at the checkpoints `ready`, `parked` and `finished`.
 */
export function latenessFault(
  { lateness }: Workload,
  { tasks, parameters }: { readonly tasks: number; readonly parameters: Parameters },
  at: (checkpoint: string) => Passed,
): string | undefined {
  if (lateness === undefined) return undefined;
  const { dueSeconds, leastSeconds } = lateness(parameters);
  const [ready, parked, finished] = ['ready', PARKED, LAST_CHECKPOINT].map(at) as [
    Passed,
    Passed,
    Passed,
  ];
  const [p50, p99, max] = LATENESS_FACTS.map((name) => finished.facts[name]);
  if (p50 === undefined || p99 === undefined || max === undefined) {
    return `it came without ${LATENESS_FACTS.map((name) => `${name}=`).join(', ')}`;
  }
  if (p50 > p99 || p99 > max) return `lateness_p50, lateness_p99 and lateness_max are not in order`;
  const most = finished.arrivedSeconds - ready.releasedSeconds - dueSeconds;
  if (max > most * (1 + COUNTER_TOLERANCE) + TIMER_GRAIN_SECONDS) {
    return `a task woke ${max} s late, it says, but it came ${most} s after the first task could be due`;
  }
  if (p50 < leastSeconds * (1 - COUNTER_TOLERANCE) - TIMER_GRAIN_SECONDS) {
    return `half of the tasks woke within ${p50} s, it says, but each slept ${leastSeconds} s longer than it was due`;
  }
  const lastDue = Math.max(parked.arrivedSeconds + dueSeconds, parked.releasedSeconds);
  const least = finished.arrivedSeconds - lastDue - COLLECTING.seconds - COLLECTING.perTask * tasks;
  if (max < least * (1 - COUNTER_TOLERANCE)) {
    return `no task woke more than ${max} s late, it says, but it came ${finished.arrivedSeconds - lastDue} s after the last task was due`;
  }
  return undefined;
}
