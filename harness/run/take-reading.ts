import type { Reading } from '../kernel/reading.ts';
import type { Child } from './launch.ts';
import type { StampedLine } from './line-reader.ts';
import type { RunMonitor } from './observe/run-monitor.ts';
import type { CheckpointLine } from './parse-checkpoint.ts';

/**
 * Reads the kernel's counters while a program waits at a checkpoint, then lets it go.
 *
 * @returns undefined when no process of it is left.
 */
export async function takeReading(
  child: Child,
  line: StampedLine,
  { name, facts }: CheckpointLine,
  monitor: RunMonitor,
  elapsedSeconds: () => number,
): Promise<Reading | undefined> {
  const counters = await monitor.read();
  if (counters === undefined) return undefined;
  const releasedSeconds = elapsedSeconds();
  child.release();
  const { elapsedSeconds: arrivedSeconds } = line;
  return { checkpoint: name, elapsedSeconds: arrivedSeconds, releasedSeconds, facts, ...counters };
}
