import { join, relative } from 'node:path';
import { repositoryRoot } from '../provision/places.ts';

/** A folder for tables, and the one for journal, curves and drafts in it. */
export interface ResultsPaths {
  readonly path: string;
  readonly workPath: string;
}

/** Journal, full curves and drafts of a results folder; not for committing. */
export function workPathIn(path: string): string {
  return join(path, '.comparison');
}

/** A moment as it stands in names, to the millisecond: `20260101T120000000Z`. */
export function timeStamp(moment: Date): string {
  return moment.toISOString().replace(/[-:.]/g, '');
}

/** Where the tables of a whole suite go: the folder that is committed and cited. */
export function suiteResultsPath(suiteId: string): string {
  return join(repositoryRoot, 'results', suiteId);
}

/** A folder of its own that git ignores, so that a quick look never overwrites tables that somebody cites. */
export function localResultsPath(suiteId: string): string {
  return join(repositoryRoot, 'results', 'local', `${suiteId}-${timeStamp(new Date())}`);
}

/** A path as people read it: from where they stand, unless it is elsewhere. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short || '.';
}
