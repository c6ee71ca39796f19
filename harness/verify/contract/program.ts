import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import type { Launchable } from '../../model/runtime.ts';
import { withProcessesEnded } from '../../run/end-processes.ts';
import { readLines, type StampedLine } from '../../run/line-reader.ts';
import { startRunClock } from '../../run/run-clock.ts';
import { startProcess } from '../../run/start-process.ts';
import { keepTail } from '../../run/stderr-tail.ts';

/** A started program, seen through its pipes alone. */
export interface Program {
  /** The next line within so many seconds; a line that came too late is the next one again. */
  readonly nextLine: (
    withinSeconds: number,
  ) => Promise<StampedLine | 'overlong' | 'end' | 'silent'>;
  readonly release: () => void;
  readonly closeStdin: () => void;
  /** Its exit code, or the signal that ended it; undefined when it lives on. */
  readonly exit: (withinSeconds: number) => Promise<number | string | undefined>;
  /** Seconds since it was started. */
  readonly elapsedSeconds: () => number;
  readonly lastWords: () => string;
}

/**
 * Starts a program, works with it, and leaves none of its processes behind.
 *
 * @returns what the work returns, or a sentence saying why the program could not be started.
 */
export async function withProgram<Result>(
  command: Launchable['command'],
  environment: Launchable['environment'],
  work: (program: Program) => Promise<Result>,
): Promise<Result | string> {
  const clock = startRunClock();
  const runId = `verify-${randomUUID().slice(0, 8)}`;
  const subprocess = startProcess([...command], { command, environment, runId, group: undefined });
  const { pid, stdin, stdout, stderr, nodeChildProcess } = subprocess;
  if (pid === undefined) return (await subprocess).shortMessage ?? 'it could not be started';
  const exited = new Promise<number | string>((resolve) => {
    nodeChildProcess.once('exit', (code, signal) => resolve(code ?? signal ?? 'no exit code'));
  });
  stdin.on('error', () => {}); // a program that is gone: its exit tells
  const stderrTail = keepTail(stderr);
  const lines = readLines(stdout, clock.elapsedSeconds);
  let due: Promise<StampedLine | 'overlong' | 'end'> | undefined;

  const program: Program = {
    async nextLine(withinSeconds) {
      due ??= lines.next();
      const line = await withinTime(due, withinSeconds);
      if (line !== undefined) due = undefined;
      return line ?? 'silent';
    },
    release: () => stdin.write('\n'),
    closeStdin: () => stdin.end(),
    exit: (withinSeconds) => withinTime(exited, withinSeconds),
    elapsedSeconds: clock.elapsedSeconds,
    lastWords: () => stderrTail().trim().split('\n').at(-1) ?? '',
  };
  const mark = { runId, pid, launcherPid: undefined, launchedSeconds: clock.launchedSeconds };
  const streams = {
    allEnded: new Promise<never>(() => {}),
    async endRest() {
      for (const stream of nodeChildProcess.stdio) stream?.destroy();
    },
  };
  return withProcessesEnded(mark, streams, () => work(program));
}

/** Does not keep a timer behind what came in time: the harness would wait for it at its end. */
async function withinTime<Value>(
  value: Promise<Value>,
  seconds: number,
): Promise<Value | undefined> {
  const timer = new AbortController();
  const silence = after(seconds * 1000, undefined, { signal: timer.signal }).catch(() => undefined);
  try {
    return await Promise.race([value, silence]);
  } finally {
    timer.abort();
  }
}
