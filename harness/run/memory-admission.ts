import { availableBytes } from '../kernel/available-memory.ts';
import type { Case } from '../model/case.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Workload } from '../model/workload.ts';
import { refuseForMemory, type SeenSize } from './memory-prediction.ts';

/** Admits only runs that are likely to fit in memory. */
export interface MemoryAdmission {
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

/**
 * Predicts the memory of a run from earlier runs.
 *
 * @param limitBytes the memory limit that the kernel enforces, if any.
 */
export function memoryAdmission(limitBytes: number | undefined): MemoryAdmission {
  const seen = new Map<string, SeenSize[]>();
  const keyFor = ({ runtimeId, workload }: Case) => `${runtimeId} ${workload}`;
  return {
    refuse(theCase, workload) {
      if (workload.keepsContract === false) return undefined; // nothing is known of its tasks
      const tasks = workload.expectedTasks(theCase.tasks, theCase.parameters);
      const known = seen.get(keyFor(theCase)) ?? [];
      return refuseForMemory(tasks, known, availableBytes(), limitBytes);
    },
    learn(theCase, workload, { status, readyBytes, peakBytes }) {
      if (status !== 'ok' || peakBytes === null) return;
      const tasks = workload.expectedTasks(theCase.tasks, theCase.parameters);
      const key = keyFor(theCase);
      seen.set(key, [...(seen.get(key) ?? []), { tasks, peakBytes, readyBytes: readyBytes ?? 0 }]);
    },
  };
}
