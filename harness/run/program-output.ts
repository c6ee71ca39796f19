import { setTimeout as after } from 'node:timers/promises';
import type { Child, Exit } from './child.ts';
import type { StampedLine } from './line-reader.ts';

/** What a program prints and how it exits, for as long as we let it run. */
export interface ProgramOutput {
  /** The next line; `overlong` in place of one that does not end, `end` when there are no more, `stopped` once we stop the run. */
  readonly next: () => Promise<StampedLine | 'overlong' | 'end' | 'stopped'>;
  /** How the program exits; undefined when we stop the run first. */
  readonly exit: () => Promise<Exit | undefined>;
}

/** A process that has exited has closed its pipe; a grandchild may keep it open for ever. */
export const DRAIN_MS = 200;

/**
 * Reads a program's output until it ends or the run is stopped, so that nobody waits for a program that will say no more.
 *
 * @param startOfLines only lines that start so are wanted; all others cost next to nothing.
 */
export function outputUntilStopped(
  child: Child,
  stop: AbortSignal,
  startOfLines?: string,
): ProgramOutput {
  const stopped = aborted(stop);
  const drained = exitedAndDrained(child);
  const nextLine = () =>
    startOfLines === undefined ? child.lines.next() : child.lines.nextStartingWith(startOfLines);
  return {
    next: () => Promise.race([nextLine(), stopped, drained]),
    async exit() {
      const exit = await Promise.race([child.exited, stopped]);
      return exit === 'stopped' ? undefined : exit;
    },
  };
}

function aborted(signal: AbortSignal): Promise<'stopped'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('stopped');
    signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
}

/** Resolves when a program has exited and there was time to read what it had still printed. */
async function exitedAndDrained(child: Child): Promise<'end'> {
  await child.exited;
  // Only a pipe that somebody still holds waits for this, and that keeps the harness alive by itself.
  return after(DRAIN_MS, 'end', { ref: false });
}
