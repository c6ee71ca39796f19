import { existsSync, mkdirSync } from 'node:fs';
import type { ResultsPaths } from '../results/results-path.ts';
import { fallbackFoldersFor, writeWherePossible } from './fallback-folder.ts';
import type { Journal } from './journal.ts';
import { journalPathIn } from './journal-place.ts';

/** The folder that keeps the runs of a comparison, and the journal in it. */
export interface RunStore {
  readonly place: ResultsPaths;
  readonly journal: Journal;
}

/** A move from a folder that was not writable to a fallback folder. */
export interface Move {
  readonly from: ResultsPaths;
  readonly to: ResultsPaths;
}

/**
 * Writes to a store. If that fails, copies everything recorded so far to a fallback folder and writes there. A deleted
 * folder is made again, which does not count as a move.
 *
 * @param comparisonId names the fallback folders.
 * @param keptRuns the number of runs in the store, for the error message.
 * @returns the store that now holds everything.
 * @throws StorageError when no folder is writable; the store is then unchanged.
 */
export function writeToStore(
  store: RunStore,
  { comparisonId, keptRuns }: { readonly comparisonId: string; readonly keptRuns: number },
  write: (store: RunStore) => void,
): { readonly store: RunStore; readonly move: Move | undefined } {
  const { place, journal } = store;
  const remade = existsSync(journal.path) ? [] : [{ ...place }];
  const fallbacks = fallbackFoldersFor(comparisonId);
  const taken = writeWherePossible(
    [place, ...remade, ...fallbacks],
    (target) => {
      if (target === place) {
        journal.requireInPlace();
        write(store);
        return store;
      }
      return writeToCopy(store, target, write);
    },
    `${keptRuns} runs are kept in ${journal.path}: free some space, then continue with --resume`,
  );
  if (taken.result !== store) journal.close();
  const hasMoved = fallbacks.includes(taken.place);
  return { store: taken.result, move: hasMoved ? { from: place, to: taken.place } : undefined };
}

/** Copies everything to an empty folder, and writes there. */
function writeToCopy(
  { journal }: RunStore,
  place: ResultsPaths,
  write: (store: RunStore) => void,
): RunStore {
  mkdirSync(place.workPath, { recursive: true });
  const copy = { place, journal: journal.copyTo(journalPathIn(place)) };
  try {
    write(copy);
  } catch (error) {
    copy.journal.close();
    throw error;
  }
  return copy;
}
