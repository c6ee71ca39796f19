import { writeFileSync } from 'node:fs';
import type { Child, Ending, LaunchRequest } from './child.ts';
import { readLines } from './line-reader.ts';
import { startProcess } from './start-process.ts';
import { keepTail } from './stderr-tail.ts';

/** Raised for children, so that the kernel takes them and not the harness when memory runs out. */
const CHILD_OOM_SCORE_ADJ = '900';

/** Starts a program as our own child, where there is no launcher. */
export async function launchAlone(request: LaunchRequest): Promise<Child | string> {
  const { command, group, clock } = request;
  const subprocess = startProcess(group?.commandWithin(command) ?? command, request);
  const { pid, stdin, stdout, stderr, nodeChildProcess } = subprocess;
  if (pid === undefined) return (await subprocess).shortMessage ?? 'it could not be started';

  const ended = new Promise<Ending>((resolve) => {
    nodeChildProcess.once('exit', (exitCode, signal) => {
      resolve({ exitCode, signal, elapsedSeconds: clock.elapsedSeconds() });
    });
  });
  stdin.on('error', () => {}); // a program that is gone when we release it: `ended` tells
  raiseOomScore(pid);
  return {
    pid,
    launcherPid: undefined,
    lines: readLines(stdout, clock.elapsedSeconds),
    release: () => stdin.write('\n'),
    ended,
    endedProcesses: () => undefined,
    allEnded: new Promise(() => {}),
    stderrTail: keepTail(stderr),
    async endRest() {
      for (const stream of nodeChildProcess.stdio) stream?.destroy();
    },
  };
}

function raiseOomScore(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, CHILD_OOM_SCORE_ADJ);
  } catch {
    // No /proc, or the child is gone already: the raised score is a kindness, not a condition.
  }
}
