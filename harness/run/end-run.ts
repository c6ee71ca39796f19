import { leftovers, processesOfRun, type RunMark } from './observe/session-processes.ts';

/** How long a process may take to obey SIGTERM. */
const GRACE_MS = 300;
const POLL_MS = 10;

/** Ends everything that a run started: its session, and whatever left the session but carries the run's id. */
export async function endRun(run: RunMark): Promise<void> {
  if (process.platform !== 'linux') {
    signalOne(-run.pid, 'SIGKILL'); // the process group: there is no /proc to look further
    return;
  }
  await endAll(() => processesOfRun(run));
}

/** Ends what a harness that was itself killed has left behind. */
export async function endLeftovers(): Promise<void> {
  if (process.platform === 'linux') await endAll(leftovers);
}

/** SIGTERM first; SIGKILL for what does not obey in time. */
async function endAll(find: () => readonly number[]): Promise<void> {
  const signalAll = (signal: NodeJS.Signals) => {
    const alive = find();
    for (const pid of alive) signalOne(pid, signal);
    return alive.length > 0;
  };
  if (!signalAll('SIGTERM')) return;
  const deadline = performance.now() + GRACE_MS;
  while (find().length > 0 && performance.now() < deadline) await pause();
  while (signalAll('SIGKILL')) await pause();
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}
