import { join } from 'node:path';
import type { ComparisonPlan } from '../plan/plan-comparison.ts';
import { manifestVersion } from '../provision/manifest-version.ts';
import { repositoryRoot } from '../provision/places.ts';
import { type Provided, runtimeIdOf } from '../provision/provide.ts';
import { identify } from '../record/comparison-identity.ts';
import { resumeRecorder, startRecorder } from '../record/recorder.ts';
import type { ResultsFolder } from '../record/results-folder.ts';
import { shortPath } from '../record/results-path.ts';
import type { MachineRow } from '../record/tables/machines.ts';
import type { RuntimeRow } from '../record/tables/runtimes.ts';
import { outcomeLine, terminalTables } from '../render/closing.ts';
import { headlineTables } from '../render/headline-tables.ts';
import { planLine, resumeLine } from '../render/opening.ts';
import { startProgress } from '../render/progress.ts';
import { tabulate } from '../render/tabulate.ts';
import { chooseInstrument } from '../run/observe/choose-instrument.ts';
import { runPlan } from '../run/run-plan.ts';
import type { Workload } from '../vocabulary/workload.ts';
import { ExitCode } from './exit-code.ts';

/** Everything that is needed to make the runs of one plan. */
export interface Comparison {
  readonly plan: ComparisonPlan;
  readonly folder: ResultsFolder;
  readonly workloads: ReadonlyMap<string, Workload>;
  readonly provided: readonly Provided[];
  readonly machine: MachineRow;
  readonly runtimes: readonly RuntimeRow[];
  readonly timeoutSeconds: number | undefined;
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
  const { plan, folder, workloads, provided, machine, runtimes, interrupt } = comparison;
  console.log(planLine(plan, shortPath(folder.path)));
  const begin = comparison.resume ? resumeRecorder : startRecorder;
  const recorder = begin(folder.workPath, {
    identity: identify(plan, machine.machine_id, runtimes),
    workloads,
  });
  const { comparisonId, createdAt } = recorder;
  if (comparison.resume) console.log(resumeLine(recorder.runs, plan.runs.length));
  const progress = startProgress(process.stderr, {
    runs: plan.runs.length,
    secondsAt: plan.secondsAt,
  });
  const lastStatus = new Map(recorder.runs.map((run) => [run.position, run.status]));
  for await (const finished of runPlan(plan.runs, {
    comparisonId,
    workloads,
    launchables: new Map(provided.map((one) => [runtimeIdOf(one), one.launchable])),
    instrument: chooseInstrument(),
    timeoutSeconds: comparison.timeoutSeconds,
    interrupt,
    made: recorder.runs,
    onStart: progress.start,
    onMemory: progress.memory,
  })) {
    const run = recorder.record(finished);
    progress.finish(run);
    lastStatus.set(run.position, run.status);
  }
  progress.stop();
  recorder.close();

  const complete = lastStatus.size === plan.runs.length && !interrupt.aborted;
  // Tables of an earlier, complete comparison give way only to complete ones.
  const { holds } = folder;
  const keep = holds?.complete && holds.comparisonId !== comparisonId && !complete;
  const target = keep ? join(folder.workPath, 'interrupted') : folder.path;
  const facts = {
    comparisonId,
    suite: plan.suite.id,
    title: plan.suite.title,
    createdAt,
    seed: plan.seed,
    repeats: plan.repeats,
    plannedRuns: plan.runs.length,
    complete,
    harnessVersion: manifestVersion(repositoryRoot),
  };
  const { runs, journalPath } = recorder;
  const recorded = { facts, machine, runtimes, runs, journalPath };
  const { summary, costs } = tabulate(recorded, target, folder.workPath, workloads);

  const tables = headlineTables(summary, costs, workloads);
  console.log(terminalTables(tables, runtimes, process.stdout.columns ?? 120));
  console.log(`\n${outcomeLine(runs)}\ntables: ${shortPath(target)}`);
  const allOk = [...lastStatus.values()].every((status) => status === 'ok');
  const finished = allOk ? ExitCode.ok : ExitCode.someRunFailed;
  return { exitCode: interrupt.aborted ? ExitCode.interrupted : finished, resultsPath: target };
}
