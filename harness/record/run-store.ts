import { existsSync, mkdirSync } from 'node:fs';
import type { ResultsPaths } from '../results/results-path.ts';
import { fallbackFoldersFor, writeWherePossible } from './fallback-folder.ts';
import type { Journal } from './journal.ts';
import { journalPathIn } from './journal-place.ts';

/** Where the runs of a comparison are kept: a folder, and the journal in it. */
export interface RunStore {
  readonly place: ResultsPaths;
  readonly journal: Journal;
}

/** The folder that everything has left because it could not be written to, and the one that took it. */
export interface Move {
  readonly from: ResultsPaths;
  readonly to: ResultsPaths;
}

/**
 * Writes to a store; where that fails, takes everything that was recorded to a fallback folder and writes there. A folder
 * that was deleted is made again, which is no move.
 *
 * @param comparisonId names the fallback folders.
 * @param keptRuns how many runs the store holds, for telling the user.
 * @returns the store that holds everything now.
 * @throws StorageError when no folder takes it; the store is as it was.
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

/** Copies everything to a folder that is still empty, and writes there. */
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
