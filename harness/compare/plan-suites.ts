import type { Catalogue } from '../catalogue.ts';
import type { Shard } from '../model/shard.ts';
import { UsageError } from '../model/usage-error.ts';
import { requireFixedRepeats } from '../plan/cut-shard.ts';
import { findSuite, type PlanOptions, planComparison } from '../plan/plan-comparison.ts';
import { chooseRuntimes, foundOf, runtimeIdOf, seek } from '../provision/provide.ts';
import type { RunLimits } from '../record/comparison-identity.ts';
import { inspectResultsFolder } from '../results/results-folder.ts';
import type { ReportEvent } from './comparison-event.ts';
import type { PlannedComparisons } from './planned-comparisons.ts';
import { suiteFolderPath } from './suite-folder.ts';
import { runtimesOf } from './suite-runtimes.ts';

/** Options for comparing suites. Without options, suites are compared as declared. */
export interface SuiteOptions extends PlanOptions, RunLimits {
  /** Names with an optional range: `node@22`. Default: the runtimes that the suite chooses, or every installed one. */
  readonly runtimes?: readonly string[] | undefined;
  /** The part of each suite's blocks to make. Default: all of them. */
  readonly shard?: Shard | undefined;
  /** The folder for the tables; with several suites, it holds a folder for each. */
  readonly out?: string | undefined;
}

/**
 * Plans suites for the runtimes that are found. Writes nothing.
 *
 * @throws UsageError for an unknown name, a folder that holds other results or files, or an empty plan.
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
  const comparisons = inspected.map(({ suite, folder }) => ({
    plan: planComparison(suite, workloads, runtimes, options),
    folder,
  }));
  if (options.shard) for (const { plan } of comparisons) requireFixedRepeats(plan);
  return { found, comparisons };
}
