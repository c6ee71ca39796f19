import type { Outcome } from '../model/outcome.ts';
import { formatBytes, formatCount } from '../text/quantity.ts';
import { LEAST_TELLING } from './earlier-sizes.ts';

/** The largest share of the available memory that a run may need, by its prediction. */
const LARGEST_SHARE = 0.85;

/**
 * The assumed memory of a task before any run of its runtime: more than a task of any runtime but an OS thread needs, of
 * which there are at most 10,000.
 */
const UNKNOWN_BYTES_PER_TASK = 10_000;

/** The memory of an earlier run of the same runtime and workload. */
export interface SeenSize {
  readonly tasks: number;
  readonly peakBytes: number;
  /** At `ready`, before any task. */
  readonly readyBytes: number;
}

/** The memory that a number of tasks will need. */
export interface MemoryPrediction {
  readonly bytes: number;
  /** The size of the earlier run that it was computed from; undefined for a guess. */
  readonly fromTasks: number | undefined;
}

/**
 * Predicts the memory of a size: the base, plus the memory of a task in the largest earlier run. Without one that is large
 * enough to tell, it is a guess for each task.
 */
export function predictMemory(tasks: number, seen: readonly SeenSize[]): MemoryPrediction {
  const largest = seen.reduce<SeenSize | undefined>(
    (best, one) => (best === undefined || one.tasks > best.tasks ? one : best),
    undefined,
  );
  if (largest === undefined || largest.tasks < LEAST_TELLING) {
    return { bytes: tasks * UNKNOWN_BYTES_PER_TASK, fromTasks: undefined };
  }
  const { readyBytes, peakBytes } = largest;
  return {
    bytes: readyBytes + ((peakBytes - readyBytes) / largest.tasks) * tasks,
    fromTasks: largest.tasks,
  };
}

/** Whether a run that needs so many bytes would exhaust the memory of the machine. */
export function fits({ bytes }: MemoryPrediction, available: number, limitBytes = Infinity) {
  return Math.min(bytes, limitBytes) <= LARGEST_SHARE * available;
}

/** The outcome of a run that does not fit. */
export function refusal({ bytes, fromTasks }: MemoryPrediction, available: number): Outcome {
  const source =
    fromTasks === undefined ? 'a guess' : `by its run with ${formatCount(fromTasks)} tasks`;
  const detail = `it would need about ${formatBytes(bytes)}, ${source}; ${formatBytes(available)} are available`;
  return { status: 'skipped-memory', detail };
}
