import type { Reading } from '../kernel/reading.ts';
import type { Conversation } from './converse.ts';
import type { Child } from './launch.ts';
import type { RunMonitor } from './observe/run-monitor.ts';
import { parseCheckpoint } from './parse-checkpoint.ts';
import { takeReading } from './take-reading.ts';
import { gone, stoppedBy } from './waiting.ts';

/**
 * Follows a program that need not know the contract until it ends. Whatever checkpoints it reports are read like any;
 * everything else that it prints is let go by.
 */
export async function listen(
  child: Child,
  monitor: RunMonitor,
  elapsedSeconds: () => number,
  stop: AbortSignal,
): Promise<Conversation> {
  const readings: Reading[] = [];
  const stopped = stoppedBy(stop);
  const ended = gone(child);
  for (;;) {
    const line = await Promise.race([child.lines.next(), stopped, ended]);
    if (line === 'stopped') return { readings, ending: undefined, breach: undefined };
    if (line === 'overlong') continue;
    if (line === 'end') break;
    const checkpoint = parseCheckpoint(line.text);
    if (checkpoint === undefined) continue;
    const reading = await takeReading(child, line, checkpoint, monitor, elapsedSeconds);
    if (reading !== undefined) readings.push(reading);
  }
  // It may close its stdout and work on.
  const ending = await Promise.race([child.ended, stopped]);
  return { readings, ending: ending === 'stopped' ? undefined : ending, breach: undefined };
}
