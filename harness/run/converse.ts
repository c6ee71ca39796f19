import type { Reading } from '../kernel/reading.ts';
import { LAST_CHECKPOINT } from '../model/workload.ts';
import type { Child, Ending } from './launch.ts';
import type { RunMonitor } from './observe/run-monitor.ts';
import { parseCheckpoint } from './parse-checkpoint.ts';
import { takeReading } from './take-reading.ts';
import { after, DRAIN_MS, gone, stoppedBy } from './waiting.ts';

/** What a program said and showed, from launch to exit. */
export interface Conversation {
  readonly readings: readonly Reading[];
  /** Undefined when it had to be stopped. */
  readonly ending: Ending | undefined;
  /** How it broke the contract, if it did. */
  readonly breach: string | undefined;
}

/**
 * Takes a program through its checkpoints: at each, reads the kernel's counters while the program waits, then lets
 * it go. Ends when the program does, breaks the contract, or `stop` fires (a time-out or Ctrl-C).
 */
export async function converse(
  child: Child,
  checkpoints: readonly string[],
  monitor: RunMonitor,
  elapsedSeconds: () => number,
  stop: AbortSignal,
): Promise<Conversation> {
  const readings: Reading[] = [];
  const stopped = stoppedBy(stop);
  const ended = gone(child);
  const breach = async (sentence: string): Promise<Conversation> => {
    const ending = await Promise.race([child.ended, after(DRAIN_MS)]);
    return { readings, ending, breach: sentence };
  };

  for (const expected of checkpoints) {
    const line = await Promise.race([child.lines.next(), stopped, ended]);
    if (line === 'stopped') return { readings, ending: undefined, breach: undefined };
    if (line === 'overlong') return breach(`a line without end before "${expected}"`);
    if (line === 'end') return breach(`stdout ended before "${expected}"`);
    const checkpoint = parseCheckpoint(line.text);
    if (checkpoint === undefined) return breach(`not a checkpoint: ${excerpt(line.text)}`);
    if (checkpoint.name !== expected) {
      return breach(`checkpoint "${checkpoint.name}" where "${expected}" was due`);
    }
    const before = readings.at(-1);
    if (before !== undefined && line.elapsedSeconds < before.releasedSeconds) {
      return breach(`it did not wait at "${before.checkpoint}"`); // so what was read there is of another moment
    }
    const reading = await takeReading(child, line, checkpoint, monitor, elapsedSeconds);
    if (reading === undefined) return breach(`it was gone at "${expected}"`);
    readings.push(reading);
  }

  const last = await Promise.race([child.lines.next(), stopped, ended]);
  if (last === 'stopped') return { readings, ending: undefined, breach: undefined };
  if (typeof last === 'object')
    return breach(`output after "${LAST_CHECKPOINT}": ${excerpt(last.text)}`);
  const ending = await Promise.race([child.ended, stopped]);
  return { readings, ending: ending === 'stopped' ? undefined : ending, breach: undefined };
}

/** Enough of a foreign line to recognise it, with nothing in it that a terminal would obey. */
function excerpt(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
