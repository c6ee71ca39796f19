import type { Reading } from '../kernel/reading.ts';
import type { Child } from './child.ts';
import type { RunMonitor } from './observe/run-monitor.ts';
import { CHECKPOINT, parseCheckpoint } from './parse-checkpoint.ts';
import { outputUntilStopped } from './program-output.ts';
import { takeReading } from './take-reading.ts';
import type { Transcript } from './transcript.ts';

/**
 * Follows a command until it exits. The command need not know the contract: a checkpoint that it reports is read as usual,
 * and all other output is ignored.
 */
export async function followCommand(
  child: Child,
  monitor: Pick<RunMonitor, 'read'>,
  stop: AbortSignal,
): Promise<Transcript> {
  const readings: Reading[] = [];
  const output = outputUntilStopped(child, stop, CHECKPOINT);
  for (;;) {
    const line = await output.next();
    if (line === 'stopped') return { readings, exit: undefined, violation: undefined };
    if (line === 'overlong') continue;
    if (line === 'end') break;
    const checkpoint = parseCheckpoint(line.text);
    if (checkpoint === undefined) continue;
    const reading = await takeReading(child, line, checkpoint, monitor);
    if (reading !== undefined) readings.push(reading);
  }
  // It may have closed its stdout and still be running.
  return { readings, exit: await output.exit(), violation: undefined };
}
