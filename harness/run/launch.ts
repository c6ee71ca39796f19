import { execa } from 'execa';
import { raiseOomScore } from '../kernel/oom-score.ts';
import { processIdentity } from '../kernel/process-identity.ts';
import { HARNESS_VARIABLE, RUN_ID_VARIABLE } from '../kernel/run-processes.ts';
import type { Launchable } from '../model/runtime.ts';
import { type LineReader, readLines } from './line-reader.ts';
import { type RunClock, startRunClock } from './run-clock.ts';
import { keepTail } from './stderr-tail.ts';

/** A started program. */
export interface Child {
  /** Also the id of its session and process group. */
  readonly pid: number;
  /** Started right before the program was. */
  readonly clock: RunClock;
  readonly lines: LineReader;
  /** Lets the program go on from a checkpoint. */
  readonly release: () => void;
  readonly exited: Promise<Exit>;
  readonly stderrTail: () => string;
}

/** How a child exited; exactly one of code and signal is known. */
export interface Exit {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly elapsedSeconds: number;
}

/**
 * Starts a program in a session of its own (setsid), with pipes on stdin and stdout and exactly the given environment.
 *
 * @returns the child, or a sentence saying why it could not be started.
 */
export async function launch(
  [file, ...programArguments]: readonly [string, ...string[]],
  environment: Launchable['environment'],
  runId: string,
): Promise<Child | string> {
  const clock = startRunClock();
  const inherits = environment === 'inherited';
  const subprocess = execa(file, programArguments, {
    detached: true, // setsid(2), so that all its processes can be found and ended
    cleanup: false, // we end the session ourselves
    env: {
      ...(inherits ? {} : environment),
      [RUN_ID_VARIABLE]: runId,
      [HARNESS_VARIABLE]: processIdentity(process.pid),
    },
    extendEnv: inherits,
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
    buffer: false,
    reject: false,
  });
  const { pid, stdin, stdout, stderr, nodeChildProcess } = subprocess;
  if (pid === undefined) return (await subprocess).shortMessage ?? 'it could not be started';

  const exited = new Promise<Exit>((resolve) => {
    nodeChildProcess.once('exit', (exitCode, signal) => {
      resolve({ exitCode, signal, elapsedSeconds: clock.elapsedSeconds() });
    });
  });
  stdin.on('error', () => {}); // a program may have exited when we release it: `exited` tells
  raiseOomScore(pid);
  return {
    pid,
    clock,
    lines: readLines(stdout, clock.elapsedSeconds),
    release: () => stdin.write('\n'),
    exited,
    stderrTail: keepTail(stderr),
  };
}
