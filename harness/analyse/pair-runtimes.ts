import { UsageError } from '../model/usage-error.ts';
import { groupBy } from './group-by.ts';

/** A runtime on both sides of a comparison; the versions may differ. */
export interface RuntimePair {
  readonly before: string;
  readonly after: string;
}

/** The name without the version: `node` for `node@26.10.0`. */
export function nameOf(runtimeId: string): string {
  return runtimeId.split('@', 1)[0] ?? runtimeId;
}

/**
 * Pairs the runtimes of two comparisons: by equal version, or else by name when each side has one remaining version.
 *
 * @throws UsageError when several versions could be paired.
 */
export function pairRuntimes(
  before: readonly string[],
  after: readonly string[],
): readonly RuntimePair[] {
  const same = before.filter((id) => after.includes(id));
  const left = before.filter((id) => !same.includes(id));
  const right = after.filter((id) => !same.includes(id));
  const others = groupBy(left, nameOf).flatMap((versions) => {
    const candidates = right.filter((id) => nameOf(id) === nameOf(versions[0]));
    const [candidate] = candidates;
    if (candidate === undefined) return [];
    if (versions.length > 1 || candidates.length > 1) {
      throw new UsageError(
        `cannot pair the versions of ${nameOf(versions[0])}: ${versions.join(', ')} before, ${candidates.join(', ')} after: let at most one version differ`,
      );
    }
    return [{ before: versions[0], after: candidate }];
  });
  return [...same.map((id) => ({ before: id, after: id })), ...others];
}
