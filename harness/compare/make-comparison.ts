import { grainsOn } from '../analyse/grain-of.ts';
import { chooseInstrument } from '../kernel/choose-instrument.ts';
import type { PlannedRun } from '../model/case.ts';
import type { Workload } from '../model/workload.ts';
import type { ComparisonPlan } from '../plan/plan-comparison.ts';
import { manifestVersion } from '../provision/manifest-version.ts';
import { repositoryRoot } from '../provision/places.ts';
import { type Provided, runtimeIdOf } from '../provision/provide.ts';
import {
  type ComparisonIdentity,
  identify,
  planFacts,
  type RunLimits,
} from '../record/comparison-identity.ts';
import { type Recorder, resumeRecorder, startRecorder } from '../record/recorder.ts';
import type { ComparisonFacts } from '../results/comparison-facts.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { MachineRow } from '../results/tables/machines.ts';
import type { RuntimeRow } from '../results/tables/runtimes.ts';
import { chooseMemoryLimit, type MemoryLimit } from '../run/memory-limit.ts';
import { runPlan } from '../run/run-plan.ts';
import type { ReportEvent } from './comparison-event.ts';
import { comparisonStatus, type MadeComparison } from './comparison-result.ts';
import { isAllOk, isComplete, lastStatuses, madeRuns } from './completeness.ts';
import { plannedFacts } from './planned-facts.ts';
import { roundsOf } from './rounds.ts';
import { isElsewhere, tablesPlaces } from './tables-places.ts';
import { writeComparison } from './write-comparison.ts';

/** Everything that is needed to make the runs of a plan. */
export interface ReadyComparison {
  /** What is to be made. */
  readonly plan: ComparisonPlan;
  /** What that is a shard of; the plan itself where it is none. */
  readonly wholePlan: ComparisonPlan;
  readonly folder: ResultsFolder;
  readonly workloads: ReadonlyMap<string, Workload>;
  readonly provided: readonly Provided[];
  readonly machine: MachineRow;
  readonly runtimes: readonly RuntimeRow[];
  readonly limits: RunLimits;
  /** Whether to resume the comparison in the folder. */
  readonly resume: boolean;
  /** Fires when the user wants to stop. */
  readonly interrupt: AbortSignal;
}

/**
 * Makes every run of a plan and records each as it finishes, then analyses the runs and writes the tables.
 *
 * @throws UsageError when the comparison in the folder cannot be resumed.
 * @throws StorageError when no folder is writable; earlier runs are safe.
 */
export async function makeComparison(
  comparison: ReadyComparison,
  report: ReportEvent,
): Promise<MadeComparison> {
  const { plan, folder, machine, runtimes, limits, interrupt } = comparison;
  report({ kind: 'planned', plan, path: folder.path, machine, runtimes });
  const identity = identify(plan, machine.machine_id, runtimes, limits);
  const recorder = beginRecording(comparison, identity, report);
  const memoryLimit = await memoryLimitOf(limits, report);
  const plannedRuns = await recordRuns(comparison, memoryLimit, recorder, report);
  recorder.close();

  const statuses = lastStatuses(recorder.runs);
  const isInterrupted = interrupt.aborted;
  const complete = isComplete(statuses, plannedRuns, isInterrupted);
  const path = writeRecorded(comparison, identity, recorder, { plannedRuns, complete }, report);
  const status = comparisonStatus({
    isInterrupted,
    isAllOk: isAllOk(statuses),
    isElsewhere: isElsewhere(path, folder),
  });
  return { status, path };
}

/** Starts a new recorder, or continues where an earlier invocation stopped. */
function beginRecording(
  { plan, folder, resume }: ReadyComparison,
  identity: ComparisonIdentity,
  report: ReportEvent,
): Recorder {
  if (!resume) return startRecorder(folder, identity, comparisonName(plan));
  const recorder = resumeRecorder(folder, identity);
  const { runs } = recorder;
  report({ kind: 'resumed', runs, madeRuns: madeRuns(runs) });
  return recorder;
}

/** What a comparison is called with the time of its start. Shards may start at the same moment. */
function comparisonName({ suite, shard }: ComparisonPlan): string {
  return shard === undefined ? suite.id : `${suite.id}-${shard.index}of${shard.of}`;
}

async function memoryLimitOf(
  { memoryLimitBytes }: RunLimits,
  report: ReportEvent,
): Promise<MemoryLimit | undefined> {
  if (memoryLimitBytes === undefined) return undefined;
  const limit = await chooseMemoryLimit(memoryLimitBytes);
  report({ kind: 'memory-limit-chosen', limit });
  return limit;
}

/**
 * Makes the runs that are not recorded yet, one after the other.
 *
 * @returns how many runs were due, those of earlier invocations included.
 */
async function recordRuns(
  { plan, workloads, provided, machine, limits, interrupt }: ReadyComparison,
  memoryLimit: MemoryLimit | undefined,
  recorder: Recorder,
  report: ReportEvent,
): Promise<number> {
  let plannedRuns = 0;
  function* due(): Generator<PlannedRun> {
    for (const round of roundsOf(plan, workloads, grainsOn([machine]), () => recorder.runs)) {
      plannedRuns += round.runs.length;
      report({ kind: 'round-planned', round });
      yield* round.runs;
    }
  }
  const runs = runPlan(due(), {
    comparisonId: recorder.comparisonId,
    workloads,
    runtimes: new Map(provided.map((one) => [runtimeIdOf(one), one])),
    instrument: chooseInstrument(),
    timeoutSeconds: limits.timeoutSeconds,
    memoryLimit,
    interrupt,
    earlierRuns: recorder.runs,
    onStart: (planned) => report({ kind: 'run-started', planned }),
    onMemory: (rssBytes) => report({ kind: 'memory-seen', rssBytes }),
  });
  for await (const finished of runs) {
    const { run, move } = recorder.record(finished);
    report({ kind: 'run-finished', run });
    if (move) report({ kind: 'moved-to-fallback', from: move.from.path, to: move.to.path });
  }
  return plannedRuns;
}

/** @returns the folder that holds the tables. */
function writeRecorded(
  { plan, wholePlan, folder, workloads, machine, runtimes, limits }: ReadyComparison,
  identity: ComparisonIdentity,
  recorder: Recorder,
  { plannedRuns, complete }: Pick<ComparisonFacts, 'plannedRuns' | 'complete'>,
  report: ReportEvent,
): string {
  const { comparisonId, createdAt, runs, place, journalPath } = recorder;
  const { memoryLimitBytes } = limits;
  const facts = {
    comparisonId,
    ...plannedFacts(plan),
    createdAt,
    plannedRuns,
    complete,
    ...(memoryLimitBytes === undefined ? {} : { memoryLimitBytes }),
    ...(plan.shard === undefined ? {} : { shard: plan.shard }),
    plan: planFacts(wholePlan, identity),
    harnessVersion: manifestVersion(repositoryRoot),
  };
  const places = tablesPlaces(folder, place, { comparisonId, complete });
  const recorded = { facts, machine, runtimes, runs, journalPath };
  const written = writeComparison(recorded, places, workloads);
  report({ kind: 'tables-written', runtimes, runs, ...written });
  if (isElsewhere(written.path, folder)) {
    report({ kind: 'moved-to-fallback', from: folder.path, to: written.path });
  }
  return written.path;
}
