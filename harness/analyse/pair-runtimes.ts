import { UsageError } from '../model/usage-error.ts';
import { groupBy } from './group-by.ts';

/** A runtime on the two sides of a comparison; the versions may differ. */
export interface RuntimePair {
  readonly before: string;
  readonly after: string;
}

/** `node` of `node@26.10.0`. */
export function nameOf(runtimeId: string): string {
  return runtimeId.split('@', 1)[0] ?? runtimeId;
}

/**
 * Finds each runtime's other side: the same version where both have it, else the one other version of the same name.
 *
 * @throws UsageError where it could be one of several.
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
        `which ${nameOf(versions[0])} is which? before: ${versions.join(', ')}; after: ${candidates.join(', ')}: let at most one version differ`,
      );
    }
    return [{ before: versions[0], after: candidate }];
  });
  return [...same.map((id) => ({ before: id, after: id })), ...others];
}
