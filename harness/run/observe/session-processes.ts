import { numbersIn, readProc } from './proc-file.ts';
import { parseProcStat } from './proc-stat.ts';

/** The living processes of a session: the child, and everything it started that did not leave with setsid. */
export function sessionProcesses(sessionId: number): readonly number[] {
  return numbersIn('/proc').filter((pid) => {
    const line = readProc(`/proc/${pid}/stat`);
    if (line === undefined) return false;
    const { session, state } = parseProcStat(line);
    return session === sessionId && state !== 'Z';
  });
}

/** The variable in a child's environment that tells whose it is, even after it has left the session. */
export const RUN_ID_VARIABLE = 'TASKTAX_RUN_ID';

/** The living processes that carry a run's id, whichever session they are in. */
export function processesOfRun(runId: string): readonly number[] {
  const mark = `${RUN_ID_VARIABLE}=${runId}\0`;
  return numbersIn('/proc').filter((pid) => readProc(`/proc/${pid}/environ`)?.includes(mark));
}
