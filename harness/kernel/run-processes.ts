import { readlinkSync } from 'node:fs';
import { livingProcess } from './living-process.ts';
import { numbersIn, readProc } from './proc-file.ts';
import { isAlive } from './process-identity.ts';

/** The variable in a child's environment that tells whose it is, even after it has left the session. */
export const RUN_ID_VARIABLE = 'TASKTAX_RUN_ID';

/** The variable that tells which harness started a child: one that is gone leaves nobody to end it. */
export const HARNESS_VARIABLE = 'TASKTAX_HARNESS';

/**
 * The living processes whose harness is gone. Those in a container of their own are left alone: their harness has
 * another number there than here, and only seems to be gone.
 */
export function leftovers(): readonly number[] {
  const mark = new RegExp(`(?:^|\\0)${HARNESS_VARIABLE}=([^\\0]+)`);
  const here = numberSpace('self');
  return numbersIn('/proc').filter((pid) => {
    const harness = readProc(`/proc/${pid}/environ`)?.match(mark)?.[1];
    return harness !== undefined && numberSpace(pid) === here && !isAlive(harness);
  });
}

/** The space of process numbers (pid_namespaces(7)) that a process lives in; undefined when it is gone. */
function numberSpace(pid: number | 'self'): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** A run that may have left processes behind. */
export interface RunMark {
  readonly runId: string;
  /** Its first process's, which is its session's id too. */
  readonly pid: number;
  /** Carries the run's id too, and is not to be ended, but asked. */
  readonly launcherPid: number | undefined;
  /** Seconds from the machine's start to the run's; a process that is older is none of its. */
  readonly launchedSeconds: number;
}

/** The living processes of a run: its session's, and those that carry its id in whichever session. */
export function processesOfRun({
  runId,
  pid,
  launcherPid,
  launchedSeconds,
}: RunMark): readonly number[] {
  const mark = `${RUN_ID_VARIABLE}=${runId}\0`;
  return numbersIn('/proc')
    .filter((number) => number !== launcherPid)
    .flatMap((number) => livingProcess(number) ?? [])
    .filter(
      (one) =>
        one.stat.session === pid ||
        (one.stat.startedSeconds >= launchedSeconds &&
          readProc(`/proc/${one.pid}/environ`)?.includes(mark)),
    )
    .map((one) => one.pid);
}
