import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import type { ResultsPaths } from '../results/results-path.ts';

/** Where the journal of a results folder is. */
export function journalPathIn({ workPath }: ResultsPaths): string {
  return join(workPath, 'journal.jsonl');
}

/** Whether a comparison was begun in a folder. */
export function hasJournal(place: ResultsPaths): boolean {
  return existsSync(journalPathIn(place));
}

/**
 * Makes sure, before anything is written, that there is a comparison to resume: at least in one of the folders, since of
 * several suites the later ones may not have been begun.
 *
 * @throws UsageError when there is none.
 */
export function requireJournal(places: readonly ResultsPaths[]): void {
  if (places.some(hasJournal)) return;
  const paths = places.map(journalPathIn).join(', ');
  throw new UsageError(`nothing to resume: there is no ${paths}; name the folder with --out`);
}
