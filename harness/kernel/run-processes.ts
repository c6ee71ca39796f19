import { readlinkSync } from 'node:fs';
import { isSystemError } from '../model/system-error.ts';
import { livingProcess } from './living-process.ts';
import { numbersIn, readProc } from './proc-file.ts';
import { isAlive } from './process-identity.ts';

/** The environment variable that tells which run a process belongs to, even after it has left the session. */
export const RUN_ID_VARIABLE = 'TASKTAX_RUN_ID';

/** The environment variable that tells which harness started a process, so that a later one can end what it left. */
export const HARNESS_VARIABLE = 'TASKTAX_HARNESS';

/**
 * The living processes whose harness is gone. Processes in another PID namespace, as in a container, are left alone:
 * their harness has another number there than here, and only seems to be gone.
 */
export function leftovers(): readonly number[] {
  const mark = new RegExp(`(?:^|\\0)${HARNESS_VARIABLE}=([^\\0]+)`);
  const here = pidNamespace('self');
  return numbersIn('/proc').filter((pid) => {
    const harness = readProc(`/proc/${pid}/environ`)?.match(mark)?.[1];
    return harness !== undefined && pidNamespace(pid) === here && !isAlive(harness);
  });
}

/** The PID namespace of a process (pid_namespaces(7)); undefined when the process is gone. */
function pidNamespace(pid: number | 'self'): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

/** A run that may have left processes behind. */
export interface RunMark {
  readonly runId: string;
  /** The number of its first process, which is also the id of its session. */
  readonly pid: number;
  /** Carries the run's id too, and is not to be ended, but asked to end the run. */
  readonly launcherPid: number | undefined;
  /** When it was launched, in seconds since the machine started: an older process is not part of it. */
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
