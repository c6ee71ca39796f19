import type { Catalogue } from '../catalogue.ts';
import type { Suite } from '../model/suite.ts';
import { UsageError } from '../model/usage-error.ts';
import { historyNames } from '../provision/history-names.ts';

/**
 * The runtimes that a history suite compares; undefined for other suites.
 *
 * @throws UsageError when a history suite is compared together with others, which use the installed versions.
 */
export async function historyOf(
  suites: readonly Suite[],
  runtimes: Catalogue['runtimes'],
): Promise<readonly string[] | undefined> {
  const histories = suites.filter(({ history }) => history !== undefined);
  if (histories.length === 0) return undefined;
  if (suites.length > 1) {
    throw new UsageError(
      `suite "${histories[0]?.id}" chooses its own runtimes: compare it alone, or choose with --runtimes`,
    );
  }
  return historyNames(
    histories.flatMap(({ history = [] }) => history),
    runtimes,
  );
}
