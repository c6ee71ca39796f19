import { setTimeout as after } from 'node:timers/promises';
import { leftovers, processesOfRun, type RunMark } from '../kernel/run-processes.ts';
import { isSystemError } from '../model/system-error.ts';
import type { Child } from './child.ts';
import { withinTime } from './within-time.ts';

/** How long a process may take to obey SIGTERM. */
const GRACE_MS = 300;
const POLL_MS = 10;
/** SIGKILL works at once, except on a process that waits for a disk: after this long it is left to the next comparison. */
const GIVE_UP_MS = 5_000;
/** How often to look again for processes that were forked while the others were being ended. */
const LAST_LOOKS = 20;

/**
 * Does some work while a run's processes are alive and ends them all afterwards, whatever happens: also after an error in
 * the harness, and also when the harness exits in the middle of it.
 */
export async function withProcessesEnded<Result>(
  run: RunMark,
  child: Pick<Child, 'allEnded' | 'endRest'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const endNow = () => endAtOnce(run);
  process.once('exit', endNow);
  try {
    return await work();
  } finally {
    await endRun(run, child);
    process.off('exit', endNow);
  }
}

/** Ends processes whose harness was killed before it could end them. */
export async function endOrphans(): Promise<void> {
  if (process.platform === 'linux') await endAll(leftovers);
}

/**
 * Ends everything that a run started: its session, whatever left the session but carries the run's id, and all that the
 * launcher finds, which is everything, and soon, however much the run slows us down.
 */
async function endRun(
  run: RunMark,
  { allEnded, endRest }: Pick<Child, 'allEnded' | 'endRest'>,
): Promise<void> {
  if (process.platform !== 'linux') {
    endGroup(run);
    await endRest();
    return;
  }
  if (run.launcherPid !== undefined) {
    try {
      const soon = await withinTime(allEnded, POLL_MS);
      if (soon === undefined) signalAll(processesOfRun(run), 'SIGTERM');
      await withinTime(allEnded, GRACE_MS);
    } finally {
      await endRest(); // whatever fails before, it needs nothing of ours
    }
    if ((await withinTime(allEnded, POLL_MS)) === 'all') return;
  }
  await endAll(() => processesOfRun(run));
  await endRest();
}

/** The same without waiting, for the moment at which the harness itself exits. */
function endAtOnce(run: RunMark): void {
  if (process.platform !== 'linux') {
    endGroup(run);
    return;
  }
  for (let look = 0; look < LAST_LOOKS; look += 1) {
    if (!signalAll(processesOfRun(run), 'SIGKILL')) return;
  }
}

/** Ends the process group: without /proc, processes that left it cannot be found. */
function endGroup({ pid }: RunMark): void {
  signalOne(-pid, 'SIGKILL');
}

/** Sends SIGTERM first, and SIGKILL to what does not obey in time. */
async function endAll(find: () => readonly number[]): Promise<void> {
  if (!signalAll(find(), 'SIGTERM')) return;
  const start = performance.now();
  const withinMs = (limit: number) => performance.now() - start < limit;
  while (find().length > 0 && withinMs(GRACE_MS)) await after(POLL_MS);
  while (signalAll(find(), 'SIGKILL') && withinMs(GIVE_UP_MS)) await after(POLL_MS);
}

/** @returns whether there was a process to signal. */
function signalAll(pids: readonly number[], signal: NodeJS.Signals): boolean {
  for (const pid of pids) signalOne(pid, signal);
  return pids.length > 0;
}

// ESRCH: it has just ended. EPERM: it became another user's (setuid), and we may not end it.
const CANNOT_BE_ENDED = ['ESRCH', 'EPERM'];

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isSystemError(error, ...CANNOT_BE_ENDED)) throw error;
  }
}
