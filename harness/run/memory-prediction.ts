import type { Outcome } from '../model/outcome.ts';

/** The largest share of the available memory that a run may need, by its prediction. */
const LARGEST_SHARE = 0.85;

/**
 * The assumed memory of a task before any run of its runtime: that of a goroutine, which is more than most tasks need. An
 * Elixir process needs 1.5 times as much. An OS thread needs ten times as much, but there are at most 10,000 of them. A
 * guess high enough for both would refuse a million tasks of the other runtimes although they fit: the order is random, so
 * the largest size may come first. If the guess is too low, the kernel kills the run before any other process on the
 * machine, and its status is out-of-memory.
 */
const UNKNOWN_BYTES_PER_TASK = 3_000;

/**
 * Refuses to launch a run that would exhaust the memory of the machine.
 *
 * @param limitBytes the memory limit that the kernel enforces.
 * @returns the outcome of the refused run; undefined when it fits.
 */
export function refuseForMemory(
  tasks: number,
  seen: readonly SeenSize[],
  available: number,
  limitBytes = Infinity,
): Outcome | undefined {
  const needed = Math.round(Math.min(predictBytes(tasks, seen), limitBytes));
  if (needed <= LARGEST_SHARE * available) return undefined;
  const detail = `it would need about ${needed} bytes, and ${available} are available`;
  return { status: 'skipped-memory', detail };
}

/** The memory of an earlier run of the same runtime and workload. */
export interface SeenSize {
  readonly tasks: number;
  readonly peakBytes: number;
  /** At `ready`, before any task. */
  readonly readyBytes: number;
}

/**
 * Predicts the memory of a size, in bytes: the base, plus the memory of a task in the largest earlier run. Without such a
 * run, a fixed guess for each task.
 */
export function predictBytes(tasks: number, seen: readonly SeenSize[]): number {
  const largest = seen.reduce<SeenSize | undefined>(
    (best, one) => (best === undefined || one.tasks > best.tasks ? one : best),
    undefined,
  );
  // With a few tasks, memory depends on the runtime and not on the tasks.
  if (largest === undefined || largest.tasks < LEAST_TELLING) return tasks * UNKNOWN_BYTES_PER_TASK;
  const { readyBytes, peakBytes } = largest;
  return readyBytes + ((peakBytes - readyBytes) / largest.tasks) * tasks;
}

const LEAST_TELLING = 10_000;
