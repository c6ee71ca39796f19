import type { Case } from '../model/case.ts';
import type { Workload } from '../model/workload.ts';

const STARTUP_SECONDS = 0.15;
const SECONDS_A_TASK = 5e-6;

/** Roughly how long a run takes; for telling people when to come back, never for a figure. */
export function estimateSeconds({ tasks, parameters }: Case, workload: Workload): number {
  const work = workload.expectedTasks(tasks, parameters) * SECONDS_A_TASK;
  return STARTUP_SECONDS + workload.leastSeconds(parameters) + work;
}
