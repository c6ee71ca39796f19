import { raiseOomScore } from '../kernel/oom-score.ts';
import type { Child, Exit, LaunchRequest } from './child.ts';
import { readLines } from './line-reader.ts';
import { startRunClock } from './run-clock.ts';
import { startProcess } from './start-process.ts';
import { keepTail } from './stderr-tail.ts';

/** A child of our own. */
export interface OwnChild extends Child {
  readonly closeStdin: () => void;
}

/**
 * Starts a program as our own child, where there is no launcher, or none is wanted.
 *
 * @returns the child, or why it could not be started.
 */
export async function launchAlone(request: LaunchRequest): Promise<OwnChild | string> {
  const { command, group } = request;
  const clock = startRunClock();
  const subprocess = startProcess(group?.commandWithin(command) ?? command, request, 'ignore');
  const { pid, stdin, stdout, stderr, nodeChildProcess } = subprocess;
  if (pid === undefined) return (await subprocess).shortMessage ?? 'it could not be started';

  const exited = new Promise<Exit>((resolve) => {
    nodeChildProcess.once('exit', (exitCode, signal) => {
      resolve({ exitCode, signal, elapsedSeconds: clock.elapsedSeconds() });
    });
  });
  stdin.on('error', () => {}); // a program that is gone when we release it: `exited` tells
  raiseOomScore(pid);
  return {
    pid,
    launcherPid: undefined,
    clock,
    lines: readLines(stdout, clock.elapsedSeconds),
    release: () => stdin.write('\n'),
    closeStdin: () => stdin.end(),
    exited,
    endedProcesses: () => undefined,
    allEnded: new Promise(() => {}),
    stderrTail: keepTail(stderr),
    async endRest() {
      for (const stream of nodeChildProcess.stdio) stream?.destroy();
    },
  };
}
