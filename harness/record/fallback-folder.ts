import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StorageError } from '../model/storage-error.ts';
import { cacheFolder } from '../provision/places.ts';

/** A folder for tables, and the one for journal, curves and drafts in it. */
export interface Place {
  readonly path: string;
  readonly workPath: string;
}

/** Where what was measured goes when its own folder cannot be written to: most likely on other disks, best first. */
export function fallbackFolders(comparisonId: string): readonly Place[] {
  return [cacheFolder, tmpdir()].map((root) => {
    const path = unused(join(root, 'tasktax-rescued', comparisonId));
    return { path, workPath: workPathIn(path) };
  });
}

/** A comparison may be rescued more than once: each time to a folder of its own, `ID`, `ID-2`, … */
function unused(path: string, attempt = 1): string {
  const candidate = attempt === 1 ? path : `${path}-${attempt}`;
  return existsSync(candidate) ? unused(path, attempt + 1) : candidate;
}

/** Journal, full curves and drafts of a results folder; not for committing. */
export function workPathIn(path: string): string {
  return join(path, '.comparison');
}

/**
 * Writes to the first of several places that can be written to.
 *
 * @param kept a clause for the user: what is safe in any case.
 * @throws StorageError when none can: each is full, read-only or gone.
 */
export function writeToFirst<Result>(
  places: readonly Place[],
  write: (place: Place) => Result,
  kept: string,
): { readonly place: Place; readonly result: Result } {
  const refusals: string[] = [];
  for (const place of places) {
    try {
      return { place, result: write(place) };
    } catch (error) {
      if (!isFileSystemError(error)) throw error;
      refusals.push(`${place.path} (${error.code})`);
    }
  }
  throw new StorageError(`cannot write to ${refusals.join(', nor to ')}; ${kept}`);
}

/** Whether the system refused to do something with a file, as against a mistake of ours. */
export function isFileSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
