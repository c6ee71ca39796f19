import semver from 'semver';
import type { Launchable, Located, Missing, Runtime } from '../model/runtime.ts';
import { isMissing } from '../model/runtime.ts';
import { UsageError } from '../model/usage-error.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { plainText } from '../text/plain-text.ts';
import { unlessToolFails } from './tool-output.ts';
import { variantOf } from './variant-of.ts';

/** A runtime to look for, with an optional range of versions. */
export interface Wanted {
  readonly runtime: Runtime;
  readonly range?: string;
}

/** A runtime with the result of the search. */
export interface Sought extends Wanted {
  readonly found: Located | Missing;
}

/** A runtime that was found on this machine. */
export interface Found extends Wanted {
  readonly found: Located;
}

/** A runtime that is ready to be launched. */
export interface Provided extends Found {
  readonly launchable: Launchable;
}

/**
 * Chooses runtimes by name (`node`; `node@22` for a semver range; `go+procs64` for a variant, `go+procs64@1.26` for both), in
 * the given order. Without names, chooses all, as they come.
 *
 * @throws UsageError for an unknown name or an invalid range.
 */
export function chooseRuntimes(
  runtimes: ReadonlyMap<string, Runtime>,
  names: readonly string[] | undefined,
): readonly Wanted[] {
  if (names === undefined) return [...runtimes.values()].map((runtime) => ({ runtime }));
  return [...new Set(names)].map((name) => {
    const [id = '', range] = name.split(/@(.*)/s, 2);
    const runtime = runtimeNamed(runtimes, id);
    if (range === undefined) return { runtime };
    if (range !== '' && semver.validRange(range) !== null) return { runtime, range };
    throw new UsageError(
      `"${name}": "${range}" is not a version; write e.g. ${id}@22, ${id}@22.11.0 or ${id}@~22.11`,
    );
  });
}

/** A runtime, or one of its variants: `go`, `go+procs64`. Throws a UsageError for an unknown name. */
function runtimeNamed(runtimes: ReadonlyMap<string, Runtime>, name: string): Runtime {
  const [id = '', variantName] = name.split(/\+(.*)/s, 2);
  const runtime = runtimes.get(id);
  if (runtime === undefined) {
    throw new UsageError(`unknown runtime "${id}": ${nearestWord(id, [...runtimes.keys()])}`);
  }
  if (variantName === undefined) return runtime;
  const { variants = [] } = runtime;
  const variant = variants.find((one) => one.name === variantName);
  if (variant !== undefined) return variantOf(runtime, variant);
  const known = variants.map((one) => one.name);
  throw new UsageError(
    known.length === 0
      ? `"${name}": ${id} has no variants`
      : `unknown variant "${variantName}" of ${id}: ${nearestWord(variantName, known)}`,
  );
}

/**
 * Looks for all runtimes concurrently. A broken tool on the PATH makes only its own runtime missing.
 *
 * @throws UsageError when a version that the user named is not available.
 */
export async function seek(wanted: readonly Wanted[]): Promise<readonly Sought[]> {
  const sought = await Promise.all(
    wanted.map(async (one) => {
      const look = () => one.runtime.locate(one.range);
      return { ...one, found: await unlessToolFails('the search for it failed', REPAIR, look) };
    }),
  );
  requireVersions(sought);
  return sought;
}

/** The remedy for an unexpected failure of a tool; the error message of the tool precedes it. */
const REPAIR = 'repair the failing tool, or remove it from the PATH';

/** A missing runtime is skipped, but a missing version that the user named is an error. */
function requireVersions(sought: readonly Sought[]): void {
  for (const { runtime, range, found } of sought) {
    if (range === undefined || !isMissing(found)) continue;
    throw new UsageError(`${runtime.id}@${range}: ${found.missing} (to get it: ${found.remedy})`);
  }
}

/** The runtimes that were found, without duplicates: two ranges may select the same version. */
export function foundOf(sought: readonly Sought[]): readonly Found[] {
  const found = sought.flatMap((one) =>
    isMissing(one.found) ? [] : [{ ...one, found: one.found }],
  );
  return [...new Map(found.map((one) => [runtimeIdOf(one), one])).values()];
}

/**
 * Makes runtimes ready, one after the other. Each of `missing` says why it failed.
 *
 * @param onPrepare told of each before it is made ready.
 * @throws UsageError when a version that the user named is not available.
 */
export async function provide(
  found: readonly Found[],
  onPrepare: (one: Found) => void = () => {},
): Promise<{ readonly provided: readonly Provided[]; readonly missing: readonly Sought[] }> {
  const provided: Provided[] = [];
  const missing: Sought[] = [];
  for (const one of found) {
    onPrepare(one);
    const answer = await unlessToolFails('preparing it failed', REPAIR, one.found.prepare);
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
