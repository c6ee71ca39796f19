import { resolve } from 'node:path';
import { USUAL_SEED } from '../plan/plan-comparison.ts';
import { localResultsPath, suiteResultsPath } from '../results/results-path.ts';
import type { SuiteOptions } from './plan-suites.ts';

/**
 * The folder for the tables of a suite: its own, which is committed, for the whole suite as it is declared; a local one for
 * anything else, so that a quick look never replaces tables that somebody cites.
 *
 * @param suites how many suites are compared: with `--out`, each of several gets a folder in it.
 */
export function suiteFolderPath(suiteId: string, options: SuiteOptions, suites: number): string {
  const { out } = options;
  if (out !== undefined) return suites === 1 ? resolve(out) : resolve(out, suiteId);
  return isAsDeclared(options) ? suiteResultsPath(suiteId) : localResultsPath(suiteId);
}

function isAsDeclared(options: SuiteOptions): boolean {
  const { runtimes, sizes, repeats, sleepSeconds, seed, timeoutSeconds, memoryLimitBytes } =
    options;
  const changes = [runtimes, sizes, repeats, sleepSeconds, timeoutSeconds, memoryLimitBytes];
  return seed === USUAL_SEED && changes.every((value) => value === undefined);
}
