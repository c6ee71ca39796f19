import type { PlannedRun } from '../vocabulary/case.ts';
import type { Outcome } from '../vocabulary/outcome.ts';
import type { Reading } from '../vocabulary/reading.ts';
import type { Launchable } from '../vocabulary/runtime.ts';
import { PARKED, type Workload } from '../vocabulary/workload.ts';
import { commandLine } from './command-line.ts';
import { type Conversation, converse } from './converse.ts';
import { endRun } from './end-run.ts';
import { judge } from './judge.ts';
import { type Child, launch } from './launch.ts';
import { listen } from './listen.ts';
import { readMachineCounters } from './noise/machine-counters.ts';
import { type NoiseFlag, noiseFlags } from './noise/noise-flags.ts';
import type { Instrument } from './observe/instrument.ts';
import { type Observation, type Observed, observe, rssDifference } from './observe/observation.ts';
import { machineSeconds } from './observe/session-processes.ts';
import { startTimeout } from './run-timeout.ts';

/** What is needed to execute one planned run. */
export interface Execution {
  readonly runId: string;
  readonly planned: PlannedRun;
  readonly workload: Workload;
  readonly launchable: Launchable;
  readonly instrument: Instrument;
  readonly timeoutSeconds: number;
  /** Fires when the user wants to stop. */
  readonly interrupt: AbortSignal;
  /** Told the latest resident size while the run goes on, for the progress line. */
  readonly onMemory?: (rssBytes: number) => void;
}

/** One run with everything that was seen of it. All times are seconds since the launch. */
export interface FinishedRun {
  readonly runId: string;
  readonly planned: PlannedRun;
  readonly startedAt: Date;
  readonly outcome: Outcome;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly wallSeconds: number;
  readonly readings: readonly Reading[];
  /** Undefined when it could not be launched. */
  readonly observed: Observed | undefined;
  readonly noiseFlags: readonly NoiseFlag[];
  readonly stderrTail: string;
}

/** Launches a case's program, watches it from outside until it ends, and leaves no process of it behind. */
export async function execute(execution: Execution): Promise<FinishedRun> {
  const { runId, planned, workload, launchable, instrument, timeoutSeconds } = execution;
  const { case: theCase } = planned;
  const killsBefore = readMachineCounters().outOfMemoryKills ?? 0;
  const launchedSeconds = machineSeconds();
  const startedAt = new Date();
  const start = performance.now();
  const elapsedSeconds = () => (performance.now() - start) / 1000;

  const command = commandLine(launchable, theCase, workload);
  const child = await launch(command, launchable.environment, runId, elapsedSeconds);
  if (typeof child === 'string') {
    return withoutProcess(execution, { status: 'launch-failed', detail: child });
  }

  const pace = workload.keepsContract === false ? instrument.pollingPace : instrument.curvePace;
  const observation = observe(instrument, child.pid, pace, elapsedSeconds);
  const timeout = startTimeout(timeoutSeconds);
  const stop = AbortSignal.any([execution.interrupt, timeout.signal]);
  const endNews = tellMemory(observation, execution.onMemory);
  const conversation = await follow(child, workload, observation, elapsedSeconds, stop);
  const stopped = conversation.ending ? undefined : whyStopped(execution.interrupt, timeout.signal);
  timeout.callOff();
  endNews();
  const observed = observation.stop();
  await endRun({ runId, pid: child.pid, launchedSeconds });
  const { exitCode, signal, elapsedSeconds: wallSeconds } = await child.ended;

  const stderrTail = child.stderrTail();
  const parked = conversation.readings.find((reading) => reading.checkpoint === PARKED);
  return {
    runId,
    planned,
    startedAt,
    outcome: judge(theCase, workload, {
      conversation,
      stderrTail,
      stopped,
      timeoutSeconds,
      kernelOutOfMemory: (readMachineCounters().outOfMemoryKills ?? 0) > killsBefore,
    }),
    exitCode,
    signal,
    wallSeconds,
    readings: conversation.readings,
    observed,
    noiseFlags: noiseFlags(
      observed.noise,
      observed.noiseSeconds,
      observed.sampled.worstLateness,
      rssDifference(parked),
    ),
    stderrTail,
  };
}

/** A run that never was a process: nothing was seen of it. */
export function withoutProcess(
  { runId, planned }: Pick<Execution, 'runId' | 'planned'>,
  outcome: Outcome,
): FinishedRun {
  return {
    runId,
    planned,
    startedAt: new Date(),
    outcome,
    exitCode: null,
    signal: null,
    wallSeconds: 0,
    readings: [],
    observed: undefined,
    noiseFlags: [],
    stderrTail: '',
  };
}

/** From launch to exit: through the checkpoints of the contract, or along with whatever the program does. */
async function follow(
  child: Child,
  workload: Workload,
  observation: Observation,
  elapsedSeconds: () => number,
  stop: AbortSignal,
): Promise<Conversation> {
  return workload.keepsContract === false
    ? listen(child, observation, elapsedSeconds, stop)
    : converse(child, workload.checkpoints, observation, elapsedSeconds, stop);
}

const MEMORY_NEWS_MS = 200;

/** Tells the latest resident size now and then, until the returned function is called. */
function tellMemory(observation: Observation, onMemory: Execution['onMemory']): () => void {
  const news = setInterval(() => {
    const rssBytes = observation.lastRssBytes();
    if (rssBytes !== undefined) onMemory?.(rssBytes);
  }, MEMORY_NEWS_MS);
  return () => clearInterval(news);
}

function whyStopped(
  interrupt: AbortSignal,
  timeout: AbortSignal,
): 'interrupted' | 'timeout' | undefined {
  if (interrupt.aborted) return 'interrupted';
  return timeout.aborted ? 'timeout' : undefined;
}
