import type { Counters } from '../kernel/counters.ts';
import type { Reading } from '../kernel/reading.ts';
import type { Workload } from '../model/workload.ts';
import { type Conversation, converse } from './converse.ts';
import type { Evidence } from './judge.ts';
import type { Child } from './launch.ts';
import { listen } from './listen.ts';
import { monitorRun, type RunMonitor, type RunTrace } from './observe/run-monitor.ts';
import type { Execution } from './run-request.ts';
import { startTimeout } from './run-timeout.ts';

/** What came of watching a run. */
export interface Watched {
  readonly conversation: Conversation;
  readonly stopped: Evidence['stopped'];
  /** Whether it was seen with more memory than we let it have. */
  readonly isOverLimit: boolean;
  readonly observed: RunTrace;
}

/** Everything that happens between a launch and the end of its processes. */
export async function watchRun(
  child: Child,
  { workload, instrument, interrupt, timeoutSeconds, memoryLimit, onMemory }: Execution,
  elapsedSeconds: () => number,
): Promise<Watched> {
  const pace = workload.keepsContract === false ? instrument.pollingPace : instrument.curvePace;
  const overLimit = new AbortController();
  const limitBytes = memoryLimit?.by === 'harness' ? memoryLimit.bytes : Infinity;
  let clearedBytes = limitBytes;
  const monitor = monitorRun(instrument, child.pid, pace, elapsedSeconds, async (snapshot) => {
    if (snapshot.rssBytes <= clearedBytes) return;
    if (snapshot.processes > 1) {
      // Their sum counts what they share once for each: only the slow walk tells, not more often than has to be.
      clearedBytes = snapshot.rssBytes * CLEARANCE;
      const counters = await monitor.read();
      if (counters === undefined || residentBytes(counters) <= limitBytes) return;
    }
    overLimit.abort();
  });
  const timeout = startTimeout(timeoutSeconds);
  const stop = AbortSignal.any([interrupt, timeout.signal, overLimit.signal]);
  const endNews = tellMemory(monitor, onMemory);
  const conversation = await follow(child, workload, monitor, elapsedSeconds, stop);
  const stopped = conversation.ending ? undefined : whyStopped(interrupt, timeout.signal);
  timeout.callOff();
  endNews();
  const isOverLimit =
    overLimit.signal.aborted || conversation.readings.some((one) => surePeak(one) > limitBytes);
  return { conversation, stopped, isOverLimit, observed: monitor.stop() };
}

/** How much further the sum may grow before it is looked into again. */
const CLEARANCE = 1.05;

/** The most that it surely had at once: marks of several processes need not be of one moment. */
function surePeak(reading: Reading): number {
  const { processes, rssBytes, peakRssBytes } = reading;
  return processes === 1 ? (peakRssBytes ?? rssBytes) : residentBytes(reading);
}

/** What all processes have together, shared pages counted once where that can be told. */
function residentBytes({ pssBytes, rssBytes }: Counters): number {
  return pssBytes ?? rssBytes;
}

/** From launch to exit: through the checkpoints of the contract, or along with whatever the program does. */
async function follow(
  child: Child,
  workload: Workload,
  monitor: RunMonitor,
  elapsedSeconds: () => number,
  stop: AbortSignal,
): Promise<Conversation> {
  return workload.keepsContract === false
    ? listen(child, monitor, elapsedSeconds, stop)
    : converse(child, workload.checkpoints, monitor, elapsedSeconds, stop);
}

const MEMORY_NEWS_MS = 200;

/** Tells the latest resident size now and then, until the returned function is called. */
function tellMemory(monitor: RunMonitor, onMemory: Execution['onMemory']): () => void {
  const news = setInterval(() => {
    const rssBytes = monitor.lastRssBytes();
    if (rssBytes !== undefined) onMemory?.(rssBytes);
  }, MEMORY_NEWS_MS);
  return () => clearInterval(news);
}

function whyStopped(interrupt: AbortSignal, timeout: AbortSignal): Evidence['stopped'] {
  if (interrupt.aborted) return 'interrupted';
  return timeout.aborted ? 'timeout' : undefined;
}
