import { numbersIn, readProc } from '../proc/proc-file.ts';
import { type ProcStat, parseProcStat } from '../proc/proc-stat.ts';
import { isAlive } from '../proc/process-identity.ts';

/** A living process with what its `stat` said. */
export interface LivingProcess {
  readonly pid: number;
  readonly stat: ProcStat;
}

/**
 * Finds the living processes of a run, again and again: the child's session, and what its processes started in a
 * session of its own (Erlang's emulator has a helper that does so). A process that is a stranger when it is first seen
 * stays one, so each is looked at once.
 */
export function sessionFinder(sessionId: number): () => readonly LivingProcess[] {
  let strangers = new Set<number>();
  let members = new Set<number>();
  return () => {
    const pids = numbersIn('/proc');
    strangers = new Set(pids.filter((pid) => strangers.has(pid))); // a number may be used again
    members = new Set(pids.filter((pid) => members.has(pid)));
    return pids.flatMap((pid) => {
      if (strangers.has(pid)) return [];
      const one = livingProcess(pid);
      if (one === undefined) return [];
      const { session, parent } = one.stat;
      if (session !== sessionId && !members.has(parent) && !members.has(pid)) {
        strangers.add(pid);
        return [];
      }
      members.add(pid);
      return [one];
    });
  };
}

/** The variable in a child's environment that tells whose it is, even after it has left the session. */
export const RUN_ID_VARIABLE = 'TASKTAX_RUN_ID';

/** The variable that tells which harness started a child: one that is gone leaves nobody to end it. */
export const HARNESS_VARIABLE = 'TASKTAX_HARNESS';

/** The living processes whose harness is gone. */
export function leftovers(): readonly number[] {
  const mark = new RegExp(`(?:^|\\0)${HARNESS_VARIABLE}=([^\\0]+)`);
  return numbersIn('/proc').filter((pid) => {
    const harness = readProc(`/proc/${pid}/environ`)?.match(mark)?.[1];
    return harness !== undefined && !isAlive(harness);
  });
}

/** A run that may have left processes behind. */
export interface RunMark {
  readonly runId: string;
  /** Its first process's, which is its session's id too. */
  readonly pid: number;
  /** Seconds from the machine's start to the run's; a process that is older is none of its. */
  readonly launchedSeconds: number;
}

/** The living processes of a run: its session's, and those that carry its id in whichever session. */
export function processesOfRun({ runId, pid, launchedSeconds }: RunMark): readonly number[] {
  const mark = `${RUN_ID_VARIABLE}=${runId}\0`;
  return numbersIn('/proc')
    .flatMap((number) => livingProcess(number) ?? [])
    .filter(
      (one) =>
        one.stat.session === pid ||
        (one.stat.startedSeconds >= launchedSeconds &&
          readProc(`/proc/${one.pid}/environ`)?.includes(mark)),
    )
    .map((one) => one.pid);
}

function livingProcess(pid: number): LivingProcess | undefined {
  const line = readProc(`/proc/${pid}/stat`);
  if (line === undefined) return undefined;
  const stat = parseProcStat(line);
  return stat.state === 'Z' ? undefined : { pid, stat };
}

/** Seconds since the machine started, rounded down to the tick in which processes are stamped. */
export function machineSeconds(): number {
  const [uptime = '0'] = readProc('/proc/uptime')?.split(' ') ?? [];
  return Number(uptime);
}
