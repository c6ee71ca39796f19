import type { Case } from '../vocabulary/case.ts';
import type { Outcome } from '../vocabulary/outcome.ts';
import type { Workload } from '../vocabulary/workload.ts';
import type { FinishedRun } from './execute.ts';
import { availableBytes, refuseForMemory, type SeenSize } from './memory-need.ts';

/** Stands between the plan and the machine. */
export interface MemoryGuard {
  /** The outcome that takes a run's place when it would need too much. */
  readonly refuse: (theCase: Case, workload: Workload) => Outcome | undefined;
  readonly note: (run: FinishedRun, workload: Workload) => void;
}

/** Remembers what runs needed, and refuses those that would take the machine down. */
export function memoryGuard(): MemoryGuard {
  const seen = new Map<string, SeenSize[]>();
  const keyFor = ({ runtimeId, workload }: Case) => `${runtimeId} ${workload}`;
  return {
    refuse(theCase: Case, workload: Workload): Outcome | undefined {
      if (workload.keepsContract === false) return undefined; // nothing is known of its tasks
      const tasks = workload.expectedTasks(theCase.tasks, theCase.parameters);
      return refuseForMemory(tasks, seen.get(keyFor(theCase)) ?? [], availableBytes());
    },
    note({ planned: { case: theCase }, outcome, readings }: FinishedRun, workload: Workload) {
      const peakBytes = readings.at(-1)?.peakRssBytes;
      const readyBytes = readings[0]?.rssBytes ?? 0;
      if (outcome.status !== 'ok' || typeof peakBytes !== 'number') return;
      const tasks = workload.expectedTasks(theCase.tasks, theCase.parameters);
      const key = keyFor(theCase);
      seen.set(key, [...(seen.get(key) ?? []), { tasks, peakBytes, readyBytes }]);
    },
  };
}
