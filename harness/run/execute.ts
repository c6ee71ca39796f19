import { type ControlGroup, makeControlGroup } from '../kernel/control-group.ts';
import { readMachineCounters } from '../kernel/machine-counters.ts';
import { type NoiseFlag, noiseFlags } from '../kernel/noise-flags.ts';
import { rssDifference } from '../kernel/rss-difference.ts';
import { machineSeconds } from '../kernel/uptime.ts';
import type { MeasuredRun } from '../metrics/measured-run.ts';
import type { Outcome } from '../model/outcome.ts';
import { isSystemError } from '../model/system-error.ts';
import { PARKED } from '../model/workload.ts';
import { commandLine } from './command-line.ts';
import { endingRun } from './end-run.ts';
import { judge } from './judge.ts';
import { launch } from './launch.ts';
import type { RunTrace } from './observe/run-monitor.ts';
import type { Execution } from './run-request.ts';
import { after } from './waiting.ts';
import { watchRun } from './watch-run.ts';

/** One run with everything that was seen of it. All times are seconds since the launch. */
export interface FinishedRun extends MeasuredRun {
  readonly runId: string;
  readonly startedAt: Date;
  readonly outcome: Outcome;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly observed: RunTrace | undefined;
  readonly noiseFlags: readonly NoiseFlag[];
  readonly stderrTail: string;
}

/** A process that was ended is gone in far less. */
const ENDING_MS = 1_000;

/** Launches a case's program, watches it from outside until it ends, and leaves no process of it behind. */
export async function execute(execution: Execution): Promise<FinishedRun> {
  const { memoryLimit } = execution;
  if (memoryLimit?.by !== 'kernel') return executeWithin(undefined, execution);
  let group: ControlGroup;
  try {
    group = makeControlGroup(memoryLimit.place, memoryLimit.bytes);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const detail = `no control group could be made for it (${error.code})`;
    return withoutProcess(execution, { status: 'launch-failed', detail });
  }
  try {
    return await executeWithin(group, execution);
  } finally {
    await group.remove();
  }
}

async function executeWithin(
  group: ControlGroup | undefined,
  execution: Execution,
): Promise<FinishedRun> {
  const { runId, planned, workload, launchable, timeoutSeconds, memoryLimit } = execution;
  const { case: theCase } = planned;
  const killsBefore = readMachineCounters().outOfMemoryKills ?? 0;
  const launchedSeconds = machineSeconds();
  const startedAt = new Date();
  const start = performance.now();
  const elapsedSeconds = () => (performance.now() - start) / 1000;

  const line = commandLine(launchable, theCase, workload);
  const command = group?.commandWithin(line) ?? line;
  const child = await launch(command, launchable.environment, runId, elapsedSeconds);
  if (typeof child === 'string') {
    return withoutProcess(execution, { status: 'launch-failed', detail: child });
  }

  const mark = { runId, pid: child.pid, launchedSeconds };
  const { conversation, stopped, isOverLimit, observed } = await endingRun(mark, () =>
    watchRun(child, execution, elapsedSeconds),
  );
  // What cannot be ended (another user's, or one that waits for a disk) is not waited for either.
  const ending = await Promise.race([child.ended, after(ENDING_MS)]);
  const {
    exitCode = null,
    signal = null,
    elapsedSeconds: wallSeconds = elapsedSeconds(),
  } = ending ?? {};

  const stderrTail = child.stderrTail();
  const parked = conversation.readings.find((reading) => reading.checkpoint === PARKED);
  const isLimitReached = isOverLimit || (group?.outOfMemoryKills() ?? 0) > 0;
  return {
    runId,
    planned,
    workload,
    startedAt,
    outcome:
      group?.launchFailure(exitCode, conversation.readings.length) ??
      judge(theCase, workload, {
        conversation,
        stderrTail,
        stopped,
        timeoutSeconds,
        kernelOutOfMemory: (readMachineCounters().outOfMemoryKills ?? 0) > killsBefore,
        reached: isLimitReached ? memoryLimit : undefined,
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
  { runId, planned, workload }: Pick<Execution, 'runId' | 'planned' | 'workload'>,
  outcome: Outcome,
): FinishedRun {
  return {
    runId,
    planned,
    workload,
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
