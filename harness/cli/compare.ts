import { resolve } from 'node:path';
import type { Catalogue } from '../catalogue.ts';
import { type Made, makeComparison } from '../compare/make-comparison.ts';
import { describeMachine } from '../kernel/describe-machine.ts';
import type { Suite } from '../model/suite.ts';
import { UsageError } from '../model/usage-error.ts';
import {
  findSuite,
  type PlanOptions,
  planComparison,
  USUAL_SEED,
} from '../plan/plan-comparison.ts';
import { orderLines, planLine, runtimeLines } from '../present/terminal/plan-summary.ts';
import { historyNames } from '../provision/history-names.ts';
import {
  chooseRuntimes,
  type Found,
  foundOf,
  provide,
  runtimeIdOf,
  seek,
} from '../provision/provide.ts';
import { withMachineLocked } from '../record/comparison-lock.ts';
import { hasJournal, requireJournal } from '../record/recorder.ts';
import { runtimeRow } from '../record/runtime-rows.ts';
import { inspectResultsFolder, prepareResultsFolder } from '../results/results-folder.ts';
import { localResultsPath, shortPath, suiteResultsPath } from '../results/results-path.ts';
import { endLeftovers } from '../run/end-run.ts';
import { ExitCode } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';
import { writeReports } from './write-reports.ts';

/** The options of `compare`. */
export interface CompareOptions extends PlanOptions {
  readonly runtimes?: readonly string[] | undefined;
  readonly timeoutSeconds?: number | undefined;
  readonly memoryLimitBytes?: number | undefined;
  readonly out?: string | undefined;
  readonly dryRun: boolean;
  /** Go on with the comparison that was begun in the folder. */
  readonly resume: boolean;
}

/** Measures suites, one after the other, and writes their tables. */
export async function compare(
  suiteIds: readonly string[],
  options: CompareOptions,
  { suites: knownSuites, runtimes: knownRuntimes, workloads }: Catalogue,
): Promise<ExitCode> {
  const suites = suiteIds.map((id) => findSuite(knownSuites, id));
  const jobs = suites.map((suite) => ({
    suite,
    folder: inspectResultsFolder(resultsPath(suite, options, suites.length), suite.id),
  }));
  const names = options.runtimes ?? (await historyOf(suites, knownRuntimes));
  const sought = await seek(chooseRuntimes(knownRuntimes, names));
  const plansFor = (found: readonly Found[]) => {
    const planned = found.map((one) => ({ runtime: one.runtime, runtimeId: runtimeIdOf(one) }));
    return jobs.map(({ suite, folder }) => ({
      folder,
      plan: planComparison(suite, workloads, planned, options),
    }));
  };

  console.log(runtimeLines(sought).join('\n'));
  const found = foundOf(sought);
  if (found.length === 0) throw new UsageError('none of the runtimes is here: see the lines above');
  // Before anything is written: of what is asked for, nothing may be left to run.
  const expected = plansFor(found);
  if (options.dryRun) {
    for (const { plan, folder } of expected) {
      console.log([planLine(plan, shortPath(folder.path)), ...orderLines(plan)].join('\n'));
    }
    return ExitCode.ok;
  }

  const folders = jobs.map(({ folder }) => folder);
  if (options.resume) requireJournal(folders);
  for (const folder of folders) prepareResultsFolder(folder);
  return withMachineLocked(folders, async () => {
    await endLeftovers();
    const { provided, missing } = await provide(found);
    if (missing.length > 0) console.log(runtimeLines(missing).join('\n'));
    if (provided.length === 0) {
      throw new UsageError('none of the runtimes can run: see the lines above');
    }
    const plans = plansFor(provided);
    const machine = await describeMachine();
    const runtimes = provided.map(runtimeRow);
    const interrupt = interruptSignal();
    const { timeoutSeconds, memoryLimitBytes } = options;
    const limits = { timeoutSeconds, memoryLimitBytes };
    const shared = { workloads, provided, machine, runtimes, limits, interrupt };
    const made: Made[] = [];
    for (const { plan, folder } of plans) {
      if (interrupt.aborted) break;
      const resume = options.resume && hasJournal(folder);
      made.push(await makeComparison({ ...shared, plan, folder, resume }));
    }
    // Who stops a comparison wants to be gone; `npm run report` draws what there is.
    if (!interrupt.aborted) {
      await writeReports(
        made.map(({ resultsPath }) => resultsPath),
        workloads,
      );
    }
    return Math.max(...made.map(({ exitCode }) => exitCode)) as ExitCode;
  });
}

/** The versions that suites about versions compare; they cannot be compared together with suites about what is here. */
async function historyOf(
  suites: readonly Suite[],
  runtimes: Catalogue['runtimes'],
): Promise<readonly string[] | undefined> {
  const histories = suites.filter(({ history }) => history !== undefined);
  if (histories.length === 0) return undefined;
  if (suites.length > 1) {
    throw new UsageError(
      `suite "${histories[0]?.id}" chooses its own runtimes: compare it alone, or name some with --runtimes`,
    );
  }
  return historyNames(
    histories.flatMap(({ history = [] }) => history),
    runtimes,
  );
}

/** The suite's own folder for the whole suite as it is declared, a local one for anything else. */
function resultsPath(suite: Suite, options: CompareOptions, suites: number): string {
  if (options.out !== undefined) {
    return suites === 1 ? resolve(options.out) : resolve(options.out, suite.id);
  }
  const { runtimes, sizes, repeats, sleepSeconds, seed, timeoutSeconds, memoryLimitBytes } =
    options;
  const changes = [runtimes, sizes, repeats, sleepSeconds, timeoutSeconds, memoryLimitBytes];
  const isWhole = seed === USUAL_SEED && changes.every((value) => value === undefined);
  return isWhole ? suiteResultsPath(suite.id) : localResultsPath(suite.id);
}
