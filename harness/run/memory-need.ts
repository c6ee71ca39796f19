import { freemem, totalmem } from 'node:os';
import type { Outcome } from '../vocabulary/outcome.ts';
import { readProc } from './proc/proc-file.ts';

/** A run may take so much of the memory that is available, by its prediction, and no more. */
const LARGEST_SHARE = 0.85;

/** What a task is taken to need before anything was measured: the most of the runtimes here, goroutines and loops with timers. */
const UNKNOWN_BYTES_PER_TASK = 3_000;

/**
 * Refuses a run that would take the machine down, before it is launched.
 *
 * @returns the outcome that takes the run's place; undefined when there is room.
 */
export function refuseForMemory(
  tasks: number,
  seen: readonly SeenSize[],
  available: number,
): Outcome | undefined {
  const needed = Math.round(predictBytes(tasks, seen));
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
 * for one; before anything was seen, a figure that is high for any runtime.
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

/** Memory that can be taken without swapping: of the machine, or of the control group where that allows less. */
export function availableBytes(): number {
  const meminfo = readProc('/proc/meminfo')?.match(/^MemAvailable:\s+(\d+) kB$/m);
  const machine = meminfo ? Number(meminfo[1]) * 1024 : freemem();
  return Math.min(machine, ...controlGroupBytes());
}

/** What the control groups still allow, versions 2 and 1; nothing where there is no limit. */
function controlGroupBytes(): readonly number[] {
  const groups = readProc('/proc/self/cgroup')?.trim().split('\n') ?? [];
  return groups.flatMap((line) => {
    const [, controllers, path] = line.split(':');
    const folder = controllers === '' ? `/sys/fs/cgroup${path}` : `/sys/fs/cgroup/memory${path}`;
    const [limitFile, usageFile] =
      controllers === ''
        ? ['memory.max', 'memory.current']
        : ['memory.limit_in_bytes', 'memory.usage_in_bytes'];
    if (controllers !== '' && controllers !== 'memory') return [];
    const limit = Number(readProc(`${folder}/${limitFile}`));
    const usage = Number(readProc(`${folder}/${usageFile}`));
    // "max" is no number; version 1 says "no limit" with one beyond all memory.
    return limit > 0 && limit < totalmem() ? [limit - usage] : [];
  });
}
