import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Catalogue } from '../catalogue.ts';
import {
  type ComparisonPlan,
  findSuite,
  type PlanOptions,
  planComparison,
} from '../plan/plan-comparison.ts';
import { repositoryRoot } from '../provision/places.ts';
import {
  chooseRuntimes,
  type Found,
  foundOf,
  type Provided,
  provide,
  runtimeIdOf,
  seek,
} from '../provision/provide.ts';
import { describeMachine } from '../record/machine.ts';
import { startRecorder } from '../record/recorder.ts';
import {
  inspectResultsFolder,
  prepareResultsFolder,
  type ResultsFolder,
} from '../record/results-folder.ts';
import { runtimeRow } from '../record/runtime-rows.ts';
import type { MachineRow } from '../record/tables/machines.ts';
import type { RuntimeRow } from '../record/tables/runtimes.ts';
import { outcomeLine, terminalTables } from '../render/closing.ts';
import { headlineTables } from '../render/headline-tables.ts';
import { orderLines, planLine, runtimeLines } from '../render/opening.ts';
import { startProgress } from '../render/progress.ts';
import { tabulate } from '../render/tabulate.ts';
import { chooseInstrument } from '../run/observe/choose-instrument.ts';
import { runPlan } from '../run/run-plan.ts';
import type { Suite } from '../vocabulary/suite.ts';
import { UsageError } from '../vocabulary/usage-error.ts';
import { ExitCode } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';

/** The options of `compare`. */
export interface CompareOptions extends PlanOptions {
  readonly runtimes?: readonly string[] | undefined;
  readonly timeoutSeconds?: number | undefined;
  readonly out?: string | undefined;
  readonly dryRun: boolean;
}

/** Measures suites, one after the other, and writes their tables. */
export async function compare(
  suiteIds: readonly string[],
  options: CompareOptions,
  catalogue: Catalogue,
): Promise<ExitCode> {
  const suites = suiteIds.map((id) => findSuite(catalogue.suites, id));
  const sought = await seek(chooseRuntimes(catalogue.runtimes, options.runtimes));
  const found = foundOf(sought);
  console.log(runtimeLines(sought).join('\n'));
  if (found.length === 0) throw new UsageError('none of the runtimes is here: see the lines above');

  const jobs = suites.map((suite) => {
    const path = resultsPath(suite, options, suites.length);
    return { suite, folder: inspectResultsFolder(path, suite.id) };
  });
  const planFor = (suite: Suite, runtimes: readonly Found[]) =>
    planComparison(suite, catalogue.workloads, runtimes.map(asPlanned), options);

  if (options.dryRun) {
    for (const { suite, folder } of jobs) {
      const plan = planFor(suite, found);
      console.log([planLine(plan, shortPath(folder.path)), ...orderLines(plan)].join('\n'));
    }
    return ExitCode.ok;
  }

  for (const { folder } of jobs) prepareResultsFolder(folder);
  const { provided, missing } = await provide(found);
  if (missing.length > 0) console.log(runtimeLines(missing).join('\n'));
  if (provided.length === 0)
    throw new UsageError('none of the runtimes can run: see the lines above');

  const [machine, runtimes] = await Promise.all([
    describeMachine(),
    Promise.all(provided.map(runtimeRow)),
  ]);
  const interrupt = interruptSignal();
  let exitCode: ExitCode = ExitCode.ok;
  for (const { suite, folder } of jobs) {
    const plan = planFor(suite, provided);
    console.log(planLine(plan, shortPath(folder.path)));
    const code = await comparePlan({
      plan,
      folder,
      provided,
      machine,
      runtimes,
      catalogue,
      timeoutSeconds: options.timeoutSeconds,
      interrupt,
    });
    if (code === ExitCode.interrupted) return code;
    if (code !== ExitCode.ok) exitCode = code;
  }
  return exitCode;
}

interface Comparison {
  readonly plan: ComparisonPlan;
  readonly folder: ResultsFolder;
  readonly provided: readonly Provided[];
  readonly machine: MachineRow;
  readonly runtimes: readonly RuntimeRow[];
  readonly catalogue: Catalogue;
  readonly timeoutSeconds: number | undefined;
  readonly interrupt: AbortSignal;
}

/** Makes every run of a plan, keeps each as it finishes, and at the end writes the tables and shows the result. */
async function comparePlan(comparison: Comparison): Promise<ExitCode> {
  const { plan, folder, provided, machine, runtimes, catalogue, interrupt } = comparison;
  const createdAt = new Date().toISOString();
  const comparisonId = `${plan.suite.id}-${createdAt.replace(/[-:]|\.\d+/g, '')}`;
  const recorder = startRecorder(folder.workPath, {
    comparisonId,
    machineId: machine.machine_id,
    workloads: catalogue.workloads,
  });
  const progress = startProgress(process.stderr, {
    runs: plan.runs.length,
    secondsAt: plan.secondsAt,
  });
  const finalStatus = new Map<number, string>();
  for await (const finished of runPlan(plan.runs, {
    comparisonId,
    workloads: catalogue.workloads,
    launchables: new Map(provided.map((one) => [runtimeIdOf(one), one.launchable])),
    instrument: chooseInstrument(),
    timeoutSeconds: comparison.timeoutSeconds,
    interrupt,
    onStart: progress.start,
    onMemory: progress.memory,
  })) {
    const run = recorder.record(finished);
    progress.finish(run);
    finalStatus.set(run.position, run.status);
  }
  progress.stop();
  recorder.close();

  const complete = finalStatus.size === plan.runs.length && !interrupt.aborted;
  // Tables of an earlier, complete comparison give way only to complete ones.
  const target = complete || !folder.hasTables ? folder.path : join(folder.workPath, 'interrupted');
  const facts = {
    comparisonId,
    suite: plan.suite.id,
    title: plan.suite.title,
    createdAt,
    seed: plan.seed,
    repeats: plan.repeats,
    plannedRuns: plan.runs.length,
    complete,
    harnessVersion: harnessVersion(),
  };
  const { runs, journalPath } = recorder;
  const recorded = { facts, machine, runtimes, runs, journalPath };
  const summary = tabulate(recorded, target, folder.workPath, catalogue.workloads);

  const tables = headlineTables(summary, catalogue.workloads);
  console.log(terminalTables(tables, process.stdout.columns ?? 120));
  console.log(`\n${outcomeLine(runs)}\ntables: ${shortPath(target)}`);
  if (interrupt.aborted) return ExitCode.interrupted;
  const allOk = [...finalStatus.values()].every((status) => status === 'ok');
  return allOk ? ExitCode.ok : ExitCode.someRunFailed;
}

function asPlanned(found: Found) {
  return { runtime: found.runtime, runtimeId: runtimeIdOf(found) };
}

/** The suite's own folder for the whole suite; a folder that git ignores for a quick look at part of it. */
function resultsPath(suite: Suite, options: CompareOptions, suites: number): string {
  if (options.out !== undefined) {
    return suites === 1 ? resolve(options.out) : resolve(options.out, suite.id);
  }
  const { runtimes, sizes, repeats, sleepSeconds } = options;
  const isWhole = [runtimes, sizes, repeats, sleepSeconds].every((value) => value === undefined);
  if (isWhole) return join(repositoryRoot, 'results', suite.id);
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  return join(repositoryRoot, 'results', 'local', `${suite.id}-${time}`);
}

function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short || '.';
}

function harnessVersion(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(repositoryRoot, 'package.json'), 'utf8'),
  );
  return manifest.version;
}
