import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StorageError } from '../model/storage-error.ts';
import { isSystemError } from '../model/system-error.ts';
import { cacheFolder } from '../provision/places.ts';
import { type ResultsPaths, workPathIn } from '../results/results-path.ts';

/** The folders for results when their own folder is not writable, best first; they are probably on other disks. */
export function fallbackFoldersFor(comparisonId: string): readonly ResultsPaths[] {
  return [cacheFolder, tmpdir()].map((root) => {
    const path = unused(join(root, 'tasktax-rescued', comparisonId));
    return { path, workPath: workPathIn(path) };
  });
}

/** A comparison may move to a fallback folder more than once, each time to a new one: `ID`, `ID-2`, … */
function unused(path: string, attempt = 1): string {
  const candidate = attempt === 1 ? path : `${path}-${attempt}`;
  return existsSync(candidate) ? unused(path, attempt + 1) : candidate;
}

/**
 * Writes to the first place that is writable.
 *
 * @param kept a clause for the user that says which data are safe.
 * @throws StorageError when no place is writable: each is full, read-only or missing.
 */
export function writeWherePossible<Result>(
  places: readonly ResultsPaths[],
  write: (place: ResultsPaths) => Result,
  kept: string,
): { readonly place: ResultsPaths; readonly result: Result } {
  const refusals: string[] = [];
  for (const place of places) {
    try {
      return { place, result: write(place) };
    } catch (error) {
      if (!isSystemError(error)) throw error;
      refusals.push(`${place.path} (${error.code})`);
    }
  }
  throw new StorageError(`cannot write to ${refusals.join(', nor to ')}; ${kept}`);
}
