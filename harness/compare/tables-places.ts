import { join } from 'node:path';
import { fallbackFoldersFor } from '../record/fallback-folder.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { ResultsPaths } from '../results/results-path.ts';

/**
 * Where the tables of a comparison may go, best first: beside its journal, or else into a fallback folder. Tables of an
 * earlier, complete comparison give way only to complete ones: incomplete ones go aside.
 *
 * @param kept where the comparison's journal is now.
 */
export function tablesPlaces(
  { holds }: ResultsFolder,
  kept: ResultsPaths,
  { comparisonId, complete }: { readonly comparisonId: string; readonly complete: boolean },
): readonly ResultsPaths[] {
  const wouldReplace = holds?.complete && holds.comparisonId !== comparisonId && !complete;
  return [wouldReplace ? asideOf(kept) : kept, ...fallbackFoldersFor(comparisonId)];
}

/** Whether tables are neither in the folder that was asked for nor aside in it. */
export function isElsewhere(path: string, folder: ResultsFolder): boolean {
  return path !== folder.path && path !== asideOf(folder).path;
}

function asideOf({ workPath }: ResultsPaths): ResultsPaths {
  return { path: join(workPath, 'interrupted'), workPath };
}
