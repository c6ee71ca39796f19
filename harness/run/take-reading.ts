import type { Reading } from '../kernel/reading.ts';
import type { Child } from './child.ts';
import type { StampedLine } from './line-reader.ts';
import type { RunMonitor } from './observe/run-monitor.ts';
import type { CheckpointLine } from './parse-checkpoint.ts';

/**
 * Reads the kernel's counters while a program waits at a checkpoint, then releases it.
 *
 * @returns undefined when none of its processes is left.
 */
export async function takeReading(
  child: Child,
  line: StampedLine,
  { name, facts }: CheckpointLine,
  monitor: Pick<RunMonitor, 'read'>,
): Promise<Reading | undefined> {
  const counters = await monitor.read();
  if (counters === undefined) return undefined;
  const releasedSeconds = child.clock.elapsedSeconds();
  child.release();
  const { elapsedSeconds: arrivedSeconds } = line;
  return { checkpoint: name, elapsedSeconds: arrivedSeconds, releasedSeconds, facts, ...counters };
}
