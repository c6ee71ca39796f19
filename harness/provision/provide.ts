import { nearestWord } from '../vocabulary/nearest-word.ts';
import type { Launchable, Located, Missing, Runtime } from '../vocabulary/runtime.ts';
import { isMissing } from '../vocabulary/runtime.ts';
import { UsageError } from '../vocabulary/usage-error.ts';

/** A runtime with the answer to where it is. */
export interface Sought {
  readonly runtime: Runtime;
  readonly found: Located | Missing;
}

/** A runtime that is on this machine. */
export interface Found {
  readonly runtime: Runtime;
  readonly found: Located;
}

/** A runtime that is ready to be launched. */
export interface Provided extends Found {
  readonly launchable: Launchable;
}

/**
 * The runtimes of those names, in that order; all of them when none is named.
 *
 * @throws UsageError for a name that is not known.
 */
export function chooseRuntimes(
  runtimes: ReadonlyMap<string, Runtime>,
  names: readonly string[] | undefined,
): readonly Runtime[] {
  if (names === undefined) return [...runtimes.values()];
  return [...new Set(names)].map((name) => {
    const runtime = runtimes.get(name);
    if (runtime) return runtime;
    throw new UsageError(`unknown runtime "${name}": ${nearestWord(name, [...runtimes.keys()])}`);
  });
}

/** Looks for runtimes, all at once. */
export async function seek(runtimes: readonly Runtime[]): Promise<readonly Sought[]> {
  return Promise.all(runtimes.map(async (runtime) => ({ runtime, found: await runtime.locate() })));
}

/** Those that were found. */
export function foundOf(sought: readonly Sought[]): readonly Found[] {
  return sought.flatMap(({ runtime, found }) => (isMissing(found) ? [] : [{ runtime, found }]));
}

/** Builds and installs what the runtimes need, one after the other; those that cannot be had say why. */
export async function provide(
  found: readonly Found[],
): Promise<{ readonly provided: readonly Provided[]; readonly missing: readonly Sought[] }> {
  const provided: Provided[] = [];
  const missing: Sought[] = [];
  for (const { runtime, found: located } of found) {
    const answer = await located.prepare();
    if (isMissing(answer)) missing.push({ runtime, found: answer });
    else provided.push({ runtime, found: located, launchable: answer });
  }
  return { provided, missing };
}

/** A runtime's name in tables and plans. */
export function runtimeIdOf({ runtime, found }: Found): string {
  return `${runtime.id}@${found.version}`;
}
