import type { Case } from '../model/case.ts';
import type { Workload } from '../model/workload.ts';

const STARTUP_SECONDS = 60;
/** Twenty times what the slowest runtime needed for one when this was written. */
const SECONDS_A_TASK = 0.0004;

/** A generous limit: it is there for programs that hang, not for slow ones. */
export function runTimeoutSeconds({ tasks, parameters }: Case, workload: Workload): number {
  const work = workload.expectedTasks(tasks, parameters) * SECONDS_A_TASK;
  return Math.ceil(STARTUP_SECONDS + 2 * workload.leastSeconds(parameters) + work);
}

/** A limit that can be called off: AbortSignal.timeout() would keep what a short run held for as long as it lasts. */
export interface Timeout {
  readonly signal: AbortSignal;
  readonly callOff: () => void;
}

/** Starts the clock on a run. */
export function startTimeout(seconds: number): Timeout {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), seconds * 1000);
  return { signal: controller.signal, callOff: () => clearTimeout(timer) };
}
