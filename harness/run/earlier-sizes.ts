import type { Case } from '../model/case.ts';

/** With fewer tasks, what a run shows is of its runtime, and tells little of what more tasks will take. */
export const LEAST_TELLING = 10_000;

/** The same text for cases from which one can be told what another will take. */
export function runtimeAndWorkload({ runtimeId, workload }: Case): string {
  return `${runtimeId} ${workload}`;
}
