import { join } from 'node:path';
import { fallbackFoldersFor } from '../record/fallback-folder.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { ResultsPaths } from '../results/results-path.ts';

/**
 * Where the tables of a comparison may go, best first: beside its journal, or into a fallback folder. Only complete tables
 * replace those of an earlier complete comparison; incomplete ones go to `.comparison/interrupted/`.
 *
 * @param kept the folder that holds the journal.
 */
export function tablesPlaces(
  { holds }: ResultsFolder,
  kept: ResultsPaths,
  { comparisonId, complete }: { readonly comparisonId: string; readonly complete: boolean },
): readonly ResultsPaths[] {
  const wouldReplace = holds?.complete && holds.comparisonId !== comparisonId && !complete;
  return [wouldReplace ? asideOf(kept) : kept, ...fallbackFoldersFor(comparisonId)];
}

/** Whether tables are in neither the requested folder nor its folder for incomplete tables. */
export function isElsewhere(path: string, folder: ResultsFolder): boolean {
  return path !== folder.path && path !== asideOf(folder).path;
}

function asideOf({ workPath }: ResultsPaths): ResultsPaths {
  return { path: join(workPath, 'interrupted'), workPath };
}
