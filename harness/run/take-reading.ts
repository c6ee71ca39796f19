import type { Reading } from '../model/reading.ts';
import type { Child } from './child.ts';
import type { StampedLine } from './line-reader.ts';
import type { Observation } from './observe/observation.ts';
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
  observation: Observation,
  elapsedSeconds: () => number,
): Promise<Reading | undefined> {
  const counters = await observation.read();
  if (counters === undefined) return undefined;
  const releasedSeconds = elapsedSeconds();
  child.release();
  const { elapsedSeconds: arrivedSeconds } = line;
  return { checkpoint: name, elapsedSeconds: arrivedSeconds, releasedSeconds, facts, ...counters };
}
