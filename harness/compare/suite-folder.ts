import { resolve } from 'node:path';
import { USUAL_SEED } from '../plan/plan-comparison.ts';
import { localResultsPath, suiteResultsPath } from '../results/results-path.ts';
import type { SuiteOptions } from './plan-suites.ts';

/**
 * The folder for the tables of a suite. A suite that runs as declared has a committed folder. With any option that changes
 * it, the tables go to a local folder, so that a quick comparison never replaces committed tables.
 *
 * @param suites the number of suites: with several, `--out` holds a folder for each.
 */
export function suiteFolderPath(suiteId: string, options: SuiteOptions, suites: number): string {
  const { out } = options;
  if (out !== undefined) return suites === 1 ? resolve(out) : resolve(out, suiteId);
  return isAsDeclared(options) ? suiteResultsPath(suiteId) : localResultsPath(suiteId);
}

function isAsDeclared(options: SuiteOptions): boolean {
  const { runtimes, sizes, sleepSeconds, seed, shard } = options;
  const repeats = [options.repeats, options.precision, options.maxRepeats, options.budgetSeconds];
  const limits = [options.timeoutSeconds, options.memoryLimitBytes];
  const changes = [runtimes, sizes, sleepSeconds, shard, ...repeats, ...limits];
  return seed === USUAL_SEED && changes.every((value) => value === undefined);
}
