import type { PlannedRun } from '../vocabulary/case.ts';
import type { Outcome } from '../vocabulary/outcome.ts';
import { parameterArguments } from '../vocabulary/parameters.ts';
import type { Reading, Sample } from '../vocabulary/reading.ts';
import type { Launchable } from '../vocabulary/runtime.ts';
import { PARKED, type Workload } from '../vocabulary/workload.ts';
import { converse } from './converse.ts';
import { endRun } from './end-run.ts';
import { judge } from './judge.ts';
import { launch } from './launch.ts';
import { readMachineCounters } from './noise/machine-counters.ts';
import { type Noise, noiseBetween } from './noise/noise.ts';
import { type NoiseFlag, noiseFlags } from './noise/noise-flags.ts';
import type { Instrument } from './observe/instrument.ts';
import { startSampler } from './observe/sampler.ts';
import { type SamplingIntervals, samplingIntervals } from './observe/sampling-intervals.ts';

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
  readonly curve: readonly Sample[];
  readonly processesPeak: number | null;
  readonly instrumentId: Instrument['id'];
  readonly sampling: SamplingIntervals;
  /** Quick count of resident memory over the exact one while parked, minus 1; null where there is one only. */
  readonly rssDifference: number | null;
  readonly noise: Noise;
  readonly noiseFlags: readonly NoiseFlag[];
  readonly stderrTail: string;
}

const MEMORY_NEWS_MS = 200;

/** Launches a case's program, watches it from outside until it ends, and leaves no process of it behind. */
export async function execute(execution: Execution): Promise<FinishedRun> {
  const { runId, planned, workload, launchable, instrument, timeoutSeconds } = execution;
  const { tasks, parameters } = planned.case;
  const request = [workload.id, String(tasks), ...parameterArguments(parameters)];
  const machineBefore = readMachineCounters();
  const harnessBefore = process.cpuUsage();
  const startedAt = new Date();
  const start = performance.now();
  const elapsedSeconds = () => (performance.now() - start) / 1000;

  const child = await launch(launchable, request, runId, elapsedSeconds);
  if (typeof child === 'string') {
    return failedLaunch(execution, startedAt, elapsedSeconds(), child);
  }

  const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
  const watch = instrument.watch(child.pid);
  const sampler = startSampler(instrument, watch, elapsedSeconds);
  const news = setInterval(() => {
    const { lastRssBytes } = sampler.curve;
    if (lastRssBytes !== undefined) execution.onMemory?.(lastRssBytes);
  }, MEMORY_NEWS_MS);

  let machineAfter = machineBefore;
  const conversation = await converse(
    child,
    workload.checkpoints,
    {
      ...watch,
      // The noise ends with the last reading: after it the kernel takes the memory back, which is nobody's work.
      read: async () => {
        const counters = await watch.read();
        machineAfter = readMachineCounters();
        return counters;
      },
    },
    elapsedSeconds,
    AbortSignal.any([execution.interrupt, timeout]),
  );
  const stopped = conversation.ending ? undefined : whyStopped(execution.interrupt, timeout);
  clearInterval(news);
  sampler.stop();
  watch.close();
  await endRun(child.pid, runId);
  const ending = conversation.ending ?? (await child.ended);

  const last = conversation.readings.at(-1);
  const harness = process.cpuUsage(harnessBefore);
  const childCpu = last === undefined ? null : sum(last.userCpuSeconds, last.systemCpuSeconds);
  const noise = noiseBetween(
    machineBefore,
    last === undefined ? readMachineCounters() : machineAfter,
    sum(childCpu, (harness.user + harness.system) / 1e6),
  );
  const curve = sampler.curve.samples();
  const sampling = samplingIntervals(curve);
  const rssDifference = relativeDifference(
    conversation.readings.find((reading) => reading.checkpoint === PARKED),
  );
  return {
    runId,
    planned,
    startedAt,
    outcome: judge(planned.case, workload, {
      conversation,
      stderrTail: child.stderrTail(),
      stopped,
      timeoutSeconds,
      kernelOutOfMemory:
        (readMachineCounters().outOfMemoryKills ?? 0) > (machineBefore.outOfMemoryKills ?? 0),
    }),
    exitCode: ending.exitCode,
    signal: ending.signal,
    wallSeconds: ending.elapsedSeconds,
    readings: conversation.readings,
    curve,
    processesPeak: sampler.processesPeak(),
    instrumentId: instrument.id,
    sampling,
    rssDifference,
    noise,
    noiseFlags: noiseFlags(
      noise,
      last?.elapsedSeconds ?? ending.elapsedSeconds,
      sampling,
      instrument.intervalMs,
      rssDifference,
    ),
    stderrTail: child.stderrTail(),
  };
}

function whyStopped(
  interrupt: AbortSignal,
  timeout: AbortSignal,
): 'interrupted' | 'timeout' | undefined {
  if (interrupt.aborted) return 'interrupted';
  return timeout.aborted ? 'timeout' : undefined;
}

/** How far the quick counter of resident memory is from the walk; the kernel's counters may be approximate. */
function relativeDifference(parked: Reading | undefined): number | null {
  return parked?.rollupRssBytes ? parked.rssBytes / parked.rollupRssBytes - 1 : null;
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function failedLaunch(
  { runId, planned, instrument }: Execution,
  startedAt: Date,
  wallSeconds: number,
  detail: string,
): FinishedRun {
  const machine = readMachineCounters();
  const curve: readonly Sample[] = [];
  return {
    runId,
    planned,
    startedAt,
    outcome: { status: 'launch-failed', detail },
    exitCode: null,
    signal: null,
    wallSeconds,
    readings: [],
    curve,
    processesPeak: null,
    instrumentId: instrument.id,
    sampling: samplingIntervals(curve),
    rssDifference: null,
    noise: noiseBetween(machine, machine, null),
    noiseFlags: [],
    stderrTail: '',
  };
}
