import semver from 'semver';
import type { Launchable, Located, Missing, Runtime } from '../model/runtime.ts';
import { isMissing } from '../model/runtime.ts';
import { UsageError } from '../model/usage-error.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { plainText } from '../text/plain-text.ts';
import { unlessToolFails } from './tool-output.ts';

/** A runtime that somebody wants, in any version or in one of a range. */
export interface Wanted {
  readonly runtime: Runtime;
  readonly range?: string;
}

/** A runtime with the answer to where it is. */
export interface Sought extends Wanted {
  readonly found: Located | Missing;
}

/** A runtime that is on this machine. */
export interface Found extends Wanted {
  readonly found: Located;
}

/** A runtime that is ready to be launched. */
export interface Provided extends Found {
  readonly launchable: Launchable;
}

/**
 * The runtimes of those names (`node`, or `node@22` for a semver range), in that order; all of them when none is named.
 *
 * @throws UsageError for a name that is not known, or a range that is none.
 */
export function chooseRuntimes(
  runtimes: ReadonlyMap<string, Runtime>,
  names: readonly string[] | undefined,
): readonly Wanted[] {
  if (names === undefined) return [...runtimes.values()].map((runtime) => ({ runtime }));
  return [...new Set(names)].map((name) => {
    const [id = '', range] = name.split(/@(.*)/s, 2);
    const runtime = runtimes.get(id);
    if (runtime === undefined) {
      throw new UsageError(`unknown runtime "${id}": ${nearestWord(id, [...runtimes.keys()])}`);
    }
    if (range === undefined) return { runtime };
    if (range !== '' && semver.validRange(range) !== null) return { runtime, range };
    throw new UsageError(
      `"${name}": "${range}" is no version; write e.g. ${id}@22, ${id}@22.11.0 or ${id}@~22.11`,
    );
  });
}

/**
 * Looks for runtimes, all at once. A tool of the PATH that does not work as it should makes its own runtime missing, and
 * no other.
 *
 * @throws UsageError when a version that was asked for cannot be had.
 */
export async function seek(wanted: readonly Wanted[]): Promise<readonly Sought[]> {
  const sought = await Promise.all(
    wanted.map(async (one) => {
      const look = () => one.runtime.locate(one.range);
      return { ...one, found: await unlessToolFails('looking for it failed', REPAIR, look) };
    }),
  );
  requireVersions(sought);
  return sought;
}

/** What to do where a tool fails in a way that its runtime's file does not expect: its own words come before. */
const REPAIR = 'repair what says so, or take it off the PATH';

/** A runtime that happens not to be here is passed over; a version that somebody named is not. */
function requireVersions(sought: readonly Sought[]): void {
  for (const { runtime, range, found } of sought) {
    if (range === undefined || !isMissing(found)) continue;
    throw new UsageError(`${runtime.id}@${range}: ${found.missing} (to get it: ${found.remedy})`);
  }
}

/** Those that were found; two ranges may have led to the same version. */
export function foundOf(sought: readonly Sought[]): readonly Found[] {
  const found = sought.flatMap((one) =>
    isMissing(one.found) ? [] : [{ ...one, found: one.found }],
  );
  return [...new Map(found.map((one) => [runtimeIdOf(one), one])).values()];
}

/**
 * Builds and installs what the runtimes need, one after the other; those that cannot be had say why.
 *
 * @param onPrepare told of each before it is made ready.
 * @throws UsageError when a version that was asked for cannot be had.
 */
export async function provide(
  found: readonly Found[],
  onPrepare: (one: Found) => void = () => {},
): Promise<{ readonly provided: readonly Provided[]; readonly missing: readonly Sought[] }> {
  const provided: Provided[] = [];
  const missing: Sought[] = [];
  for (const one of found) {
    onPrepare(one);
    const answer = await unlessToolFails('making it ready failed', REPAIR, one.found.prepare);
    if (isMissing(answer)) missing.push({ ...one, found: answer });
    else provided.push({ ...one, launchable: answer });
  }
  requireVersions(missing);
  return { provided, missing };
}

/** A runtime's name in tables and plans. */
export function runtimeIdOf({ runtime, found }: Found): string {
  return plainText(`${runtime.id}@${found.version}`);
}
