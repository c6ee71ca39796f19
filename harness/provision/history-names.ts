import type { Runtime } from '../model/runtime.ts';
import type { History } from '../model/suite.ts';
import { UsageError } from '../model/usage-error.ts';
import { newestReleases } from './version-match.ts';

/**
 * The runtimes that a history suite compares, as names for `--runtimes`: `node@26.10.0`, `node@25.9.0`, …
 *
 * @throws UsageError when the list of releases is not available.
 */
export async function historyNames(
  history: readonly History[],
  runtimes: ReadonlyMap<string, Runtime>,
): Promise<readonly string[]> {
  const names = await Promise.all(
    history.map(async ({ runtime: id, newest, of }) => {
      const releases = (await runtimes.get(id)?.releases?.()) ?? [];
      if (releases.length === 0) {
        throw new UsageError(
          `no release of ${id} is found: install one, check the connection to its registry, or name versions with --runtimes`,
        );
      }
      return newestReleases(releases, newest, of).map((release) => `${id}@${release}`);
    }),
  );
  return names.flat();
}
