import type { ControlGroup } from '../kernel/control-group.ts';
import { readMachineCounters } from '../kernel/machine-counters.ts';
import { type NoiseFlag, noiseFlags } from '../kernel/noise-flags.ts';
import { rssDifference } from '../kernel/rss-difference.ts';
import type { MeasuredRun } from '../metrics/measured-run.ts';
import { clocksOf } from '../metrics/timed-work.ts';
import type { Outcome } from '../model/outcome.ts';
import { PARKED } from '../model/workload.ts';
import { commandLine } from './command-line.ts';
import { withProcessesEnded } from './end-processes.ts';
import { groupForRun } from './group-for-run.ts';
import { judge } from './judge.ts';
import { launch } from './launch.ts';
import type { RunTrace } from './observe/run-monitor.ts';
import type { RunRequest } from './run-request.ts';
import { supervise } from './supervise.ts';
import { withinTime } from './within-time.ts';

/** A finished run with everything that was observed. All times are seconds since the launch. */
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

/** A killed process exits well within this time. */
const EXIT_MS = 1_000;

/** Launches the program of a case, observes it until it ends, and leaves no orphan processes. */
export async function execute(request: RunRequest): Promise<FinishedRun> {
  const group = await groupForRun(request.memoryLimit);
  if (typeof group === 'string') {
    return withoutProcess(request, { status: 'launch-failed', detail: group });
  }
  try {
    return await executeWithin(group, request);
  } finally {
    await group?.remove();
  }
}

async function executeWithin(
  group: ControlGroup | undefined,
  request: RunRequest,
): Promise<FinishedRun> {
  const { runId, planned, workload, launchable, outOfMemory, timeoutSeconds, memoryLimit } =
    request;
  const { case: theCase } = planned;
  const killsBefore = readMachineCounters().outOfMemoryKills ?? 0;
  const { environment } = launchable;
  const command = commandLine(launchable, theCase, workload);
  const child = await launch({ command, environment, runId, group });
  if (typeof child === 'string') {
    return withoutProcess(request, { status: 'launch-failed', detail: child });
  }

  const { startedAt, launchedSeconds, elapsedSeconds } = child.clock;
  const mark = { runId, pid: child.pid, launcherPid: child.launcherPid, launchedSeconds };
  const { transcript, stopped, isOverLimit, observed } = await withProcessesEnded(mark, child, () =>
    supervise(child, group, request),
  );
  // Does not wait for a process that cannot be ended: one of another user, or one in uninterruptible sleep.
  const exit = await withinTime(child.exited, EXIT_MS);
  const {
    exitCode = null,
    signal = null,
    elapsedSeconds: wallSeconds = elapsedSeconds(),
  } = exit ?? {};

  const stderrTail = child.stderrTail();
  const parked = transcript.readings.find((reading) => reading.checkpoint === PARKED);
  // Without the launcher it is a shell that joins the group, and fails in the program's name.
  const launchFailure =
    child.launcherPid === undefined
      ? group?.launchFailure(exitCode, transcript.readings.length)
      : undefined;
  const isLimitReached = isOverLimit || (group?.outOfMemoryKills() ?? 0) > 0;
  return {
    runId,
    planned,
    workload,
    startedAt,
    outcome:
      launchFailure ??
      judge(theCase, workload, {
        transcript,
        stderrTail,
        outOfMemory,
        stopped,
        timeoutSeconds,
        kernelOutOfMemory: (readMachineCounters().outOfMemoryKills ?? 0) > killsBefore,
        limitReached: isLimitReached ? memoryLimit : undefined,
      }),
    exitCode,
    signal,
    wallSeconds,
    readings: transcript.readings,
    observed,
    endedProcesses: child.endedProcesses(),
    noiseFlags: noiseFlags(
      observed.noise,
      observed.noiseSeconds,
      observed.sampled.worstLateness,
      rssDifference(parked),
      clocksOf({ readings: transcript.readings, workload }),
    ),
    stderrTail,
  };
}

/** A run without a process, so without observations. */
export function withoutProcess(
  { runId, planned, workload }: Pick<RunRequest, 'runId' | 'planned' | 'workload'>,
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
