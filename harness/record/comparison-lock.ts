import { join } from 'node:path';
import { isSystemError } from '../model/system-error.ts';
import { UsageError } from '../model/usage-error.ts';
import { cacheFolder } from '../provision/places.ts';
import { makeFolder } from '../results/make-folder.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import { shortPath } from '../results/results-path.ts';
import { isLockError, type Lock, takeLock } from './exclusive-lock.ts';

/**
 * Does some work with the machine and the results folders to itself: two comparisons at once would disturb each other's
 * figures, and two into one folder would overwrite each other's files.
 *
 * @param folders where the tables will go; each is ready to be written to.
 * @param purpose what others are told that it is.
 * @throws UsageError when another comparison is under way.
 */
export async function withMachineLocked<Result>(
  folders: readonly ResultsFolder[],
  work: () => Promise<Result>,
  purpose = `a comparison into ${folders.map(({ path }) => shortPath(path)).join(', ')}`,
): Promise<Result> {
  const held: Lock[] = [];
  try {
    // The cache folder is one user's; another user may still come to the same results folder.
    for (const place of [cachePlace(), ...folders.map(({ workPath }) => workPath)]) {
      held.push(await lockOrRefuse(join(place, 'comparison.lock'), purpose));
    }
    return await work();
  } finally {
    for (const { release } of held) release();
  }
}

async function lockOrRefuse(path: string, purpose: string): Promise<Lock> {
  const lock = await takeLock(path, purpose).catch((error) => {
    if (!isSystemError(error) && !isLockError(error)) throw error;
    throw new UsageError(
      `cannot lock ${path} (${error.message}): make it writable, or choose another folder (--out; XDG_CACHE_HOME for the cache)`,
    );
  });
  if ('release' in lock) return lock;
  const [who, remedy] =
    lock.pid === undefined
      ? ['by a process that cannot be seen from here', '']
      : [`pid ${lock.pid}`, `, or end it with: kill ${lock.pid}`];
  throw new UsageError(
    `${lock.purpose} is under way (${who}), and two at once would disturb each other: wait for it${remedy}`,
  );
}

function cachePlace(): string {
  try {
    makeFolder(cacheFolder);
    return cacheFolder;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(
      `cannot write to ${cacheFolder} (${error.code}): set XDG_CACHE_HOME to a folder that you can write to`,
    );
  }
}
