import type { Reading } from '../kernel/reading.ts';
import { LAST_CHECKPOINT } from '../model/workload.ts';
import type { Child } from './child.ts';
import type { RunMonitor } from './observe/run-monitor.ts';
import { parseCheckpoint } from './parse-checkpoint.ts';
import { DRAIN_MS, outputUntilStopped } from './program-output.ts';
import { takeReading } from './take-reading.ts';
import type { Transcript } from './transcript.ts';
import { withinTime } from './within-time.ts';

/**
 * Takes a program through its checkpoints: at each, reads the kernel's counters while the program waits, then lets
 * it go. Ends when the program exits, breaks the contract, or `stop` fires (a time-out, a limit or Ctrl-C).
 */
export async function followContract(
  child: Child,
  checkpoints: readonly string[],
  monitor: Pick<RunMonitor, 'read'>,
  stop: AbortSignal,
): Promise<Transcript> {
  const readings: Reading[] = [];
  const output = outputUntilStopped(child, stop);
  const stopped: Transcript = { readings, exit: undefined, violation: undefined };
  const violated = async (violation: string): Promise<Transcript> => {
    const exit = await withinTime(child.exited, DRAIN_MS);
    return { readings, exit, violation };
  };

  for (const expected of checkpoints) {
    const line = await output.next();
    if (line === 'stopped') return stopped;
    if (line === 'overlong') return violated(`a line longer than 16 KiB before "${expected}"`);
    if (line === 'end') return violated(`stdout ended before "${expected}"`);
    const checkpoint = parseCheckpoint(line.text);
    if (checkpoint === undefined) return violated(`not a checkpoint: ${excerpt(line.text)}`);
    if (checkpoint.name !== expected) {
      return violated(`checkpoint "${checkpoint.name}" where "${expected}" was due`);
    }
    const before = readings.at(-1);
    if (before !== undefined && line.elapsedSeconds < before.releasedSeconds) {
      return violated(`it did not wait at "${before.checkpoint}"`); // so what was read there is of another moment
    }
    const reading = await takeReading(child, line, checkpoint, monitor);
    if (reading === undefined) return violated(`it exited at "${expected}" without waiting`);
    readings.push(reading);
  }

  const last = await output.next();
  if (last === 'stopped') return stopped;
  if (typeof last === 'object') {
    return violated(`output after "${LAST_CHECKPOINT}": ${excerpt(last.text)}`);
  }
  return { readings, exit: await output.exit(), violation: undefined };
}

/** Enough of a foreign line to recognise it, with nothing in it that a terminal would obey. */
function excerpt(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
