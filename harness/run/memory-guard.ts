import { availableBytes } from '../kernel/available-memory.ts';
import type { Case } from '../model/case.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Workload } from '../model/workload.ts';
import { refuseForMemory, type SeenSize } from './memory-need.ts';

/** Stands between the plan and the machine. */
export interface MemoryGuard {
  /** The outcome that takes a run's place when it would need too much. */
  readonly refuse: (theCase: Case, workload: Workload) => Outcome | undefined;
  readonly note: (theCase: Case, workload: Workload, need: MemoryNeed) => void;
}

/** What a run turned out to need. */
export interface MemoryNeed {
  readonly status: string;
  readonly readyBytes: number | null;
  readonly peakBytes: number | null;
}

/**
 * Remembers what runs needed, and refuses those that would take the machine down.
 *
 * @param limitBytes what no run can go over, since the kernel would end it.
 */
export function memoryGuard(limitBytes: number | undefined): MemoryGuard {
  const seen = new Map<string, SeenSize[]>();
  const keyFor = ({ runtimeId, workload }: Case) => `${runtimeId} ${workload}`;
  return {
    refuse(theCase, workload) {
      if (workload.keepsContract === false) return undefined; // nothing is known of its tasks
      const tasks = workload.expectedTasks(theCase.tasks, theCase.parameters);
      const known = seen.get(keyFor(theCase)) ?? [];
      return refuseForMemory(tasks, known, availableBytes(), limitBytes);
    },
    note(theCase, workload, { status, readyBytes, peakBytes }) {
      if (status !== 'ok' || peakBytes === null) return;
      const tasks = workload.expectedTasks(theCase.tasks, theCase.parameters);
      const key = keyFor(theCase);
      seen.set(key, [...(seen.get(key) ?? []), { tasks, peakBytes, readyBytes: readyBytes ?? 0 }]);
    },
  };
}
