import type { Case } from '../model/case.ts';
import type { Workload } from '../model/workload.ts';

const STARTUP_SECONDS = 0.15;
const SECONDS_PER_TASK = 5e-6;

/** Estimates how long a run takes, in seconds, for progress messages only. */
export function estimateSeconds({ tasks, parameters }: Case, workload: Workload): number {
  const work = workload.expectedTasks(tasks, parameters) * SECONDS_PER_TASK;
  return STARTUP_SECONDS + workload.leastSeconds(parameters) + work;
}
