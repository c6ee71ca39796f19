import type { Catalogue } from '../catalogue.ts';
import { UsageError } from '../model/usage-error.ts';
import { findSuite, type PlanOptions, planComparison } from '../plan/plan-comparison.ts';
import { chooseRuntimes, foundOf, runtimeIdOf, seek } from '../provision/provide.ts';
import type { RunLimits } from '../record/comparison-identity.ts';
import { inspectResultsFolder } from '../results/results-folder.ts';
import type { ReportEvent } from './comparison-event.ts';
import type { PlannedComparisons } from './planned-comparisons.ts';
import { suiteFolderPath } from './suite-folder.ts';
import { runtimesOf } from './suite-runtimes.ts';

/** What is asked of suites; without any of it, each is compared as it is declared. */
export interface SuiteOptions extends PlanOptions, RunLimits {
  /** Names with an optional range: `node@22`. Default: every runtime that is here, or those that the suite chooses. */
  readonly runtimes?: readonly string[] | undefined;
  /** The folder for the tables; of several suites, each gets a folder in it. */
  readonly out?: string | undefined;
}

/**
 * Plans suites for the runtimes that are found; writes nothing.
 *
 * @throws UsageError for a name that is not known, a folder that holds something else, or nothing to run.
 */
export async function planSuites(
  suiteIds: readonly string[],
  options: SuiteOptions,
  { suites: knownSuites, runtimes: knownRuntimes, workloads }: Catalogue,
  report: ReportEvent,
): Promise<PlannedComparisons> {
  const suites = suiteIds.map((id) => findSuite(knownSuites, id));
  const inspected = suites.map((suite) => ({
    suite,
    folder: inspectResultsFolder(suiteFolderPath(suite.id, options, suites.length), suite.id),
  }));
  const names = options.runtimes ?? (await runtimesOf(suites, knownRuntimes));
  const sought = await seek(chooseRuntimes(knownRuntimes, names));
  report({ kind: 'runtimes-sought', sought });
  const found = foundOf(sought);
  if (found.length === 0) {
    throw new UsageError('none of the runtimes was found: see the lines above');
  }
  const runtimes = found.map((one) => ({ runtime: one.runtime, runtimeId: runtimeIdOf(one) }));
  return {
    found,
    comparisons: inspected.map(({ suite, folder }) => ({
      plan: planComparison(suite, workloads, runtimes, options),
      folder,
    })),
  };
}
