import { processesOfRun, sessionProcesses } from './observe/session-processes.ts';

/** How long a process may take to obey SIGTERM. */
const GRACE_MS = 300;
const POLL_MS = 10;

/** Ends everything that a run started: its session, and whatever left the session but carries the run's id. */
export async function endRun(sessionId: number, runId: string): Promise<void> {
  const alive = () => [
    ...new Set([...sessionProcesses(sessionId).map(({ pid }) => pid), ...processesOfRun(runId)]),
  ];
  const signalAll = (signal: NodeJS.Signals) => {
    const pids = process.platform === 'linux' ? alive() : [-sessionId]; // elsewhere: the process group
    for (const pid of pids) signalOne(pid, signal);
  };
  if (process.platform === 'linux' && alive().length === 0) return;
  signalAll('SIGTERM');
  const deadline = performance.now() + GRACE_MS;
  while (alive().length > 0 && performance.now() < deadline) await pause();
  while (alive().length > 0) {
    signalAll('SIGKILL');
    await pause();
  }
  if (process.platform !== 'linux') signalAll('SIGKILL');
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
