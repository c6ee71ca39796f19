import { randomUUID } from 'node:crypto';
import type { Launchable } from '../../model/runtime.ts';
import { withProcessesEnded } from '../../run/end-processes.ts';
import { launchAlone } from '../../run/launch-alone.ts';
import type { StampedLine } from '../../run/line-reader.ts';
import { withinTime } from '../../run/within-time.ts';

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
  const runId = `verify-${randomUUID().slice(0, 8)}`;
  const child = await launchAlone({ command, environment, runId, group: undefined });
  if (typeof child === 'string') return child;
  const exited = child.exited.then(({ exitCode, signal }) => exitCode ?? signal ?? 'no exit code');
  let due: Promise<StampedLine | 'overlong' | 'end'> | undefined;

  const program: Program = {
    async nextLine(withinSeconds) {
      due ??= child.lines.next();
      const line = await withinTime(due, withinSeconds * 1000);
      if (line !== undefined) due = undefined;
      return line ?? 'silent';
    },
    release: child.release,
    closeStdin: child.closeStdin,
    exit: (withinSeconds) => withinTime(exited, withinSeconds * 1000),
    elapsedSeconds: child.clock.elapsedSeconds,
    lastWords: () => child.stderrTail().trim().split('\n').at(-1) ?? '',
  };
  const { pid, launcherPid, clock } = child;
  const mark = { runId, pid, launcherPid, launchedSeconds: clock.launchedSeconds };
  return withProcessesEnded(mark, child, () => work(program));
}
