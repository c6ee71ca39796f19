import type { Catalogue } from '../catalogue.ts';
import type { Suite } from '../model/suite.ts';
import { UsageError } from '../model/usage-error.ts';
import { historyNames } from '../provision/history-names.ts';

/**
 * The runtimes, or the versions of them, that a suite chooses; undefined for suites that take every runtime that is here.
 *
 * @throws UsageError when a suite that chooses is to be compared together with others.
 */
export async function runtimesOf(
  suites: readonly Suite[],
  runtimes: Catalogue['runtimes'],
): Promise<readonly string[] | undefined> {
  const choosing = suites.find((suite) => suite.runtimes ?? suite.history);
  if (choosing === undefined) return undefined;
  if (suites.length > 1) {
    throw new UsageError(
      `suite "${choosing.id}" chooses its own runtimes: compare it alone, or choose with --runtimes`,
    );
  }
  return choosing.runtimes ?? historyNames(choosing.history ?? [], runtimes);
}
