import { join } from 'node:path';
import { tabulate } from '../analyse/tabulate.ts';
import { ExitCode } from '../cli/exit-code.ts';
import { chooseInstrument } from '../kernel/choose-instrument.ts';
import type { Workload } from '../model/workload.ts';
import type { ComparisonPlan } from '../plan/plan-comparison.ts';
import { headlineTables } from '../present/headline-tables.ts';
import { outcomeLine } from '../present/outcome-line.ts';
import { movedLine, terminalTables } from '../present/terminal/outcome-summary.ts';
import { memoryLimitLine, planLine, resumeLine } from '../present/terminal/plan-summary.ts';
import { startProgress } from '../present/terminal/progress.ts';
import { manifestVersion } from '../provision/manifest-version.ts';
import { repositoryRoot } from '../provision/places.ts';
import { type Provided, runtimeIdOf } from '../provision/provide.ts';
import { identify, type RunLimits } from '../record/comparison-identity.ts';
import { fallbackFoldersFor, writeWherePossible } from '../record/fallback-folder.ts';
import { resumeRecorder, startRecorder } from '../record/recorder.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import { type ResultsPaths, shortPath } from '../results/results-path.ts';
import type { MachineRow } from '../results/tables/machines.ts';
import type { RuntimeRow } from '../results/tables/runtimes.ts';
import { chooseMemoryLimit } from '../run/memory-limit.ts';
import { runPlan } from '../run/run-plan.ts';

/** Everything that is needed to make the runs of one plan. */
export interface Comparison {
  readonly plan: ComparisonPlan;
  readonly folder: ResultsFolder;
  readonly workloads: ReadonlyMap<string, Workload>;
  readonly provided: readonly Provided[];
  readonly machine: MachineRow;
  readonly runtimes: readonly RuntimeRow[];
  readonly limits: RunLimits;
  /** Go on with the comparison that was begun in the folder. */
  readonly resume: boolean;
  readonly interrupt: AbortSignal;
}

/** How a comparison went, and where its tables are. */
export interface Made {
  readonly exitCode: ExitCode;
  readonly resultsPath: string;
}

/** Makes every run of a plan, keeps each as it finishes, and at the end writes the tables and shows the result. */
export async function makeComparison(comparison: Comparison): Promise<Made> {
  const { plan, folder, workloads, provided, machine, runtimes, limits, interrupt } = comparison;
  console.log(planLine(plan, shortPath(folder.path)));
  const begin = comparison.resume ? resumeRecorder : startRecorder;
  const recorder = begin(folder, identify(plan, machine.machine_id, runtimes, limits));
  const { comparisonId, createdAt } = recorder;
  if (comparison.resume) console.log(resumeLine(recorder.runs, plan.runs.length));
  const { memoryLimitBytes } = limits;
  const memoryLimit =
    memoryLimitBytes === undefined ? undefined : await chooseMemoryLimit(memoryLimitBytes);
  if (memoryLimit !== undefined) console.log(memoryLimitLine(memoryLimit));
  const progress = startProgress(process.stderr, {
    runs: plan.runs.length,
    secondsAt: plan.secondsAt,
  });
  const lastStatus = new Map(recorder.runs.map((run) => [run.position, run.status]));
  try {
    for await (const finished of runPlan(plan.runs, {
      comparisonId,
      workloads,
      launchables: new Map(provided.map((one) => [runtimeIdOf(one), one.launchable])),
      instrument: chooseInstrument(),
      timeoutSeconds: limits.timeoutSeconds,
      memoryLimit,
      interrupt,
      made: recorder.runs,
      onStart: progress.start,
      onMemory: progress.memory,
    })) {
      const before = recorder.place().path;
      const run = recorder.record(finished);
      progress.finish(run);
      const now = recorder.place().path;
      if (now !== before) progress.note(movedLine(before, now));
      lastStatus.set(run.position, run.status);
    }
  } finally {
    progress.stop(); // a terminal must get its cursor back, whatever happens
  }
  recorder.close();

  const complete = lastStatus.size === plan.runs.length && !interrupt.aborted;
  // Tables of an earlier, complete comparison give way only to complete ones.
  const { holds } = folder;
  const keep = holds?.complete && holds.comparisonId !== comparisonId && !complete;
  const kept = recorder.place();
  const aside = { path: asidePath(kept), workPath: kept.workPath };
  const facts = {
    comparisonId,
    suite: plan.suite.id,
    title: plan.suite.title,
    createdAt,
    seed: plan.seed,
    repeats: plan.repeats,
    plannedRuns: plan.runs.length,
    complete,
    ...(memoryLimitBytes === undefined ? {} : { memoryLimitBytes }),
    harnessVersion: manifestVersion(repositoryRoot),
  };
  const { runs } = recorder;
  const journalPath = recorder.journalPath();
  const recorded = { facts, machine, runtimes, runs, journalPath };
  const {
    place: target,
    result: { summary, costs },
  } = writeWherePossible(
    [keep ? aside : kept, ...fallbackFoldersFor(comparisonId)],
    (place) => tabulate(recorded, place, workloads),
    `all ${runs.length} runs are kept in ${journalPath}: make room, then write the tables with --resume`,
  );

  const tables = headlineTables(summary, costs, workloads);
  console.log(terminalTables(tables, runtimes, process.stdout.columns ?? 120));
  console.log(`\n${outcomeLine(runs)}\ntables: ${shortPath(target.path)}`);
  const isElsewhere = ![folder.path, asidePath(folder)].includes(target.path);
  if (isElsewhere) console.error(movedLine(folder.path, target.path));
  const allOk = [...lastStatus.values()].every((status) => status === 'ok');
  const finished = allOk && !isElsewhere ? ExitCode.ok : ExitCode.someRunFailed;
  const exitCode = interrupt.aborted ? ExitCode.interrupted : finished;
  return { exitCode, resultsPath: target.path };
}

/** Where tables go that must not replace complete ones. */
function asidePath({ workPath }: ResultsPaths): string {
  return join(workPath, 'interrupted');
}
