import type { ControlGroup } from '../kernel/control-group.ts';
import type { Workload } from '../model/workload.ts';
import type { Child } from './child.ts';
import type { StopReason } from './evidence.ts';
import { followCommand } from './follow-command.ts';
import { followContract } from './follow-contract.ts';
import { watchMemory } from './memory-watchdog.ts';
import { monitorRun, type RunMonitor, type RunTrace } from './observe/run-monitor.ts';
import type { RunRequest } from './run-request.ts';
import { startTimeout } from './run-timeout.ts';
import type { Transcript } from './transcript.ts';

/** The result of supervising a run. */
export interface Supervision {
  readonly transcript: Transcript;
  readonly stopped: StopReason | undefined;
  /** Whether it exceeded a memory limit that the harness enforces. */
  readonly isOverLimit: boolean;
  readonly observed: RunTrace;
}

/** Observes a launched run until it ends, and stops it at a limit or when the user interrupts. */
export async function supervise(
  child: Child,
  group: ControlGroup | undefined,
  { workload, instrument, interrupt, timeoutSeconds, memoryLimit, onMemory }: RunRequest,
): Promise<Supervision> {
  const pace = workload.keepsContract === false ? instrument.pollingPace : instrument.curvePace;
  const watchdog = watchMemory(memoryLimit);
  const { elapsedSeconds } = child.clock;
  const monitor = monitorRun(instrument, child, group, pace, elapsedSeconds, (snapshot) =>
    watchdog.check(snapshot, monitor.look),
  );
  const timeout = startTimeout(timeoutSeconds);
  const stop = AbortSignal.any([interrupt, timeout.signal, watchdog.signal]);
  const endNews = tellMemory(monitor, onMemory);
  const transcript = await follow(child, workload, monitor, stop);
  const stopped = transcript.exit ? undefined : whyStopped(interrupt, timeout.signal);
  timeout.callOff();
  endNews();
  const isOverLimit = watchdog.isExceeded(transcript.readings);
  return { transcript, stopped, isOverLimit, observed: monitor.stop() };
}

/** Follows the checkpoints of a program, or a command without a contract, to its exit. */
async function follow(
  child: Child,
  workload: Workload,
  monitor: RunMonitor,
  stop: AbortSignal,
): Promise<Transcript> {
  return workload.keepsContract === false
    ? followCommand(child, monitor, stop)
    : followContract(child, workload.checkpoints, monitor, stop);
}

const MEMORY_NEWS_MS = 200;

/** Reports the latest resident set size periodically, until the returned function is called. */
function tellMemory(monitor: RunMonitor, onMemory: RunRequest['onMemory']): () => void {
  const news = setInterval(() => {
    const rssBytes = monitor.lastRssBytes();
    if (rssBytes !== undefined) onMemory?.(rssBytes);
  }, MEMORY_NEWS_MS);
  return () => clearInterval(news);
}

function whyStopped(interrupt: AbortSignal, timeout: AbortSignal): StopReason | undefined {
  if (interrupt.aborted) return 'interrupted';
  return timeout.aborted ? 'timeout' : undefined;
}
