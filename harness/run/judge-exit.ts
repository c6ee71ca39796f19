import type { Reading } from '../kernel/reading.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Evidence } from './evidence.ts';
import { outOfMemoryLine } from './out-of-memory.ts';

/**
 * The outcome of a run that ended by a signal or a non-zero exit code; undefined when it exited with 0, or the harness
 * stopped it.
 */
export function judgeExit(evidence: Evidence): Outcome | undefined {
  const { transcript, stderrTail, outOfMemory, kernelOutOfMemory } = evidence;
  const { exit, readings } = transcript;
  if (exit === undefined || exit.exitCode === 0) return undefined;
  const how = exit.signal === null ? `exit code ${exit.exitCode}` : exit.signal;
  const noMemory = outOfMemoryLine(stderrTail, outOfMemory);
  const lastWords = noMemory ?? stderrTail.trim().split('\n').at(-1);
  const detail = `${how}, ${lastCheckpoint(readings)}${lastWords ? `: ${lastWords}` : ''}`;
  if (exit.signal === 'SIGKILL') {
    return { status: kernelOutOfMemory ? 'out-of-memory' : 'killed', detail };
  }
  return { status: noMemory === undefined ? 'crashed' : 'out-of-memory', detail };
}

/** The last checkpoint of a run, as a clause for messages. */
export function lastCheckpoint(readings: readonly Reading[]): string {
  const last = readings.at(-1);
  return last === undefined ? 'before "ready"' : `after "${last.checkpoint}"`;
}
