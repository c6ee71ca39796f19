import type { Case } from '../model/case.ts';
import type { Workload } from '../model/workload.ts';

const STARTUP_SECONDS = 60;
/** Twenty times the time a task takes in the slowest runtime, as of the first version. */
const SECONDS_PER_TASK = 0.0004;

/** The default time-out of a run, in seconds; generous, because it must end programs that hang but not slow ones. */
export function runTimeoutSeconds({ tasks, parameters }: Case, workload: Workload): number {
  const work = workload.expectedTasks(tasks, parameters) * SECONDS_PER_TASK;
  return Math.ceil(STARTUP_SECONDS + 2 * workload.leastSeconds(parameters) + work);
}

/** A time-out that can be cancelled: AbortSignal.timeout() would keep the memory of a short run until it expires. */
export interface Timeout {
  readonly signal: AbortSignal;
  readonly callOff: () => void;
}

/** Starts a time-out. */
export function startTimeout(seconds: number): Timeout {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), seconds * 1000);
  return { signal: controller.signal, callOff: () => clearTimeout(timer) };
}
