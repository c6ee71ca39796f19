import { availableBytes } from '../kernel/available-memory.ts';
import type { Case } from '../model/case.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Workload } from '../model/workload.ts';
import { runtimeAndWorkload } from './earlier-sizes.ts';
import { fits, predictMemory, refusal, type SeenSize } from './memory-prediction.ts';

/** Admits only runs that are likely to fit in memory. */
export interface MemoryAdmission {
  /**
   * A smaller size of a case, to be run first because nothing is known of its memory and a guess says that it would not
   * fit; undefined where a prediction can do without.
   */
  readonly probeFor: (theCase: Case, workload: Workload) => Case | undefined;
  /** The outcome of a run that would need too much memory and must not start; undefined when it may start. */
  readonly refuse: (theCase: Case, workload: Workload) => Outcome | undefined;
  /** Learns from a finished run. */
  readonly learn: (theCase: Case, workload: Workload, need: MemoryNeed) => void;
}

/** The memory that a run needed, in bytes. */
export interface MemoryNeed {
  readonly status: string;
  readonly readyBytes: number | null;
  readonly peakBytes: number | null;
}

/** Enough tasks to tell what one costs, and quick to make in every runtime. */
const PROBE_TASKS = 100_000;
const PROBE_SLEEP_SECONDS = 1;

/**
 * Predicts the memory of a run from earlier runs.
 *
 * @param limitBytes the memory limit that the kernel enforces, if any.
 * @param available the bytes that are available now.
 */
export function memoryAdmission(
  limitBytes: number | undefined,
  available: () => number = availableBytes,
): MemoryAdmission {
  const seen = new Map<string, SeenSize[]>();
  const predict = (theCase: Case, workload: Workload) =>
    predictMemory(
      workload.expectedTasks(theCase.tasks, theCase.parameters),
      seen.get(runtimeAndWorkload(theCase)) ?? [],
    );
  return {
    probeFor(theCase, workload) {
      if (workload.keepsContract === false || theCase.tasks <= PROBE_TASKS) return undefined;
      const prediction = predict(theCase, workload);
      if (prediction.fromTasks !== undefined) return undefined;
      if (fits(prediction, available(), limitBytes)) return undefined;
      return probeOf(theCase, workload);
    },
    refuse(theCase, workload) {
      if (workload.keepsContract === false) return undefined; // nothing is known of its tasks
      const prediction = predict(theCase, workload);
      const bytes = available();
      return fits(prediction, bytes, limitBytes) ? undefined : refusal(prediction, bytes);
    },
    learn(theCase, workload, { status, readyBytes, peakBytes }) {
      if (status !== 'ok' || peakBytes === null) return;
      const tasks = workload.expectedTasks(theCase.tasks, theCase.parameters);
      const key = runtimeAndWorkload(theCase);
      seen.set(key, [...(seen.get(key) ?? []), { tasks, peakBytes, readyBytes: readyBytes ?? 0 }]);
    },
  };
}

function probeOf(theCase: Case, { sleepParameter }: Workload): Case {
  const shorter = sleepParameter === undefined ? {} : { [sleepParameter]: PROBE_SLEEP_SECONDS };
  return { ...theCase, tasks: PROBE_TASKS, parameters: { ...theCase.parameters, ...shorter } };
}
