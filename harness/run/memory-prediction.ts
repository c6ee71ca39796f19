import type { Outcome } from '../model/outcome.ts';

/** A run may take so much of the memory that is available, by its prediction, and no more. */
const LARGEST_SHARE = 0.85;

/**
 * What a task is taken to need before anything was seen of its runtime: what a goroutine needs, and more than most. A
 * process of Elixir needs half as much again, a thread of the operating system ten times as much, but of those there
 * are 10,000 at the most. A figure that is high for them too would refuse a million tasks of all others where there is
 * room: the order is random, and the largest size may come first. Where it was too low, the kernel ends the run, which
 * it prefers to anything else on the machine, and the run is called out-of-memory.
 */
const UNKNOWN_BYTES_PER_TASK = 3_000;

/**
 * Refuses a run that would take the machine down, before it is launched.
 *
 * @param limitBytes what it cannot go over, since the kernel would end it.
 * @returns the outcome that takes the run's place; undefined when there is room.
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

/** What was seen of the same runtime and workload before. */
export interface SeenSize {
  readonly tasks: number;
  readonly peakBytes: number;
  /** Before there was a task. */
  readonly readyBytes: number;
}

/**
 * The memory that a size is likely to need: its base and, for each task, what the largest size that was seen needed
 * for one; before anything was seen, a guess for each task.
 */
export function predictBytes(tasks: number, seen: readonly SeenSize[]): number {
  const largest = seen.reduce<SeenSize | undefined>(
    (best, one) => (best === undefined || one.tasks > best.tasks ? one : best),
    undefined,
  );
  // A few tasks tell of the runtime only, not of tasks.
  if (largest === undefined || largest.tasks < LEAST_TELLING) return tasks * UNKNOWN_BYTES_PER_TASK;
  const { readyBytes, peakBytes } = largest;
  return readyBytes + ((peakBytes - readyBytes) / largest.tasks) * tasks;
}

const LEAST_TELLING = 10_000;
