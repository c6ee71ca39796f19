import { join } from 'node:path';
import { readBootId } from '../kernel/host-id.ts';
import { isSystemError } from '../model/system-error.ts';
import { UsageError } from '../model/usage-error.ts';
import { cacheFolder } from '../provision/places.ts';
import { makeFolder } from '../results/make-folder.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import { shortPath } from '../results/results-path.ts';
import { isLockError, type Lock, takeLock } from './exclusive-lock.ts';

/**
 * Does work while holding locks on the machine and the results folders: two comparisons at once would disturb each other's
 * measurements, and two in one folder would overwrite each other's files.
 *
 * @param folders the writable folders for the tables.
 * @param purpose a description of the work, for the error message of another process.
 * @throws UsageError when another comparison is running.
 */
export async function withMachineLocked<Result>(
  folders: readonly ResultsFolder[],
  work: () => Promise<Result>,
  purpose = purposeOf(folders),
): Promise<Result> {
  // The cache folder is one user's; another user may still come to the same results folder.
  const ofMachine = join(cachePlace(), machineLockName());
  return withLocked([ofMachine, ...folders.map(lockPathIn)], purpose, work);
}

/** Does some work with the results folders to itself, on behalf of other machines: this one is not measured. */
export function withFoldersLocked<Result>(
  folders: readonly ResultsFolder[],
  work: () => Promise<Result>,
): Promise<Result> {
  return withLocked(folders.map(lockPathIn), purposeOf(folders), work);
}

function purposeOf(folders: readonly ResultsFolder[]): string {
  return `a comparison into ${folders.map(({ path }) => shortPath(path)).join(', ')}`;
}

function lockPathIn({ workPath }: ResultsFolder): string {
  return join(workPath, 'comparison.lock');
}

async function withLocked<Result>(
  paths: readonly string[],
  purpose: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const held: Lock[] = [];
  try {
    for (const path of paths) held.push(await lockOrRefuse(path, purpose));
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
      ? ['by a process that is not visible from here', '']
      : [`pid ${lock.pid}`, `, or end it with: kill ${lock.pid}`];
  throw new UsageError(
    `${lock.purpose} is running (${who}), and two at once would disturb each other: wait for it${remedy}`,
  );
}

/** The nodes of a cluster share a cache folder, and do not disturb each other; the containers of one machine do. */
function machineLockName(): string {
  const bootId = readBootId();
  return bootId === null ? 'comparison.lock' : `comparison-${bootId}.lock`;
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
