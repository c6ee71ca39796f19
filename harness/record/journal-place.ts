import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import type { ResultsPaths } from '../results/results-path.ts';

/** The path of the journal of a results folder. */
export function journalPathIn({ workPath }: ResultsPaths): string {
  return join(workPath, 'journal.jsonl');
}

/** Whether a comparison was started in a folder. */
export function hasJournal(place: ResultsPaths): boolean {
  return existsSync(journalPathIn(place));
}

/**
 * Checks, before anything is written, that there is a comparison to resume in at least one folder. Of several suites, the
 * later ones may not have been started.
 *
 * @throws UsageError when there is none.
 */
export function requireJournal(places: readonly ResultsPaths[]): void {
  if (places.some(hasJournal)) return;
  const paths = places.map(journalPathIn).join(', ');
  throw new UsageError(`nothing to resume: there is no ${paths}; name the folder with --out`);
}
