import { numbersIn, readProc } from '../proc/proc-file.ts';
import { type ProcStat, parseProcStat } from '../proc/proc-stat.ts';

/** A living process with what its `stat` said. */
export interface SessionProcess {
  readonly pid: number;
  readonly stat: ProcStat;
}

/** The living processes of a session: the child, and everything it started that did not leave with setsid. */
export function sessionProcesses(sessionId: number): readonly SessionProcess[] {
  return numbersIn('/proc').flatMap((pid) => {
    const line = readProc(`/proc/${pid}/stat`);
    if (line === undefined) return [];
    const stat = parseProcStat(line);
    return stat.session === sessionId && stat.state !== 'Z' ? [{ pid, stat }] : [];
  });
}

/** The variable in a child's environment that tells whose it is, even after it has left the session. */
export const RUN_ID_VARIABLE = 'TASKTAX_RUN_ID';

/** The living processes that carry a run's id, whichever session they are in. */
export function processesOfRun(runId: string): readonly number[] {
  const mark = `${RUN_ID_VARIABLE}=${runId}\0`;
  return numbersIn('/proc').filter((pid) => readProc(`/proc/${pid}/environ`)?.includes(mark));
}
