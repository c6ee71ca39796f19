import { join, relative } from 'node:path';
import { repositoryRoot } from '../provision/places.ts';

/** A folder for tables, and the work folder in it. */
export interface ResultsPaths {
  readonly path: string;
  readonly workPath: string;
}

/** The work folder of a results folder, for the journal, full curves and drafts; not to be committed. */
export function workPathIn(path: string): string {
  return join(path, '.comparison');
}

/** A moment for use in names, to the millisecond: `20260101T120000000Z`. */
export function timeStamp(moment: Date): string {
  return moment.toISOString().replace(/[-:.]/g, '');
}

/** The committed folder for the tables of a whole suite. */
export function suiteResultsPath(suiteId: string): string {
  return join(repositoryRoot, 'results', suiteId);
}

/** A new folder that git ignores, so that a quick comparison never overwrites committed tables. */
export function localResultsPath(suiteId: string): string {
  return join(repositoryRoot, 'results', 'local', `${suiteId}-${timeStamp(new Date())}`);
}

/** A path for messages: relative to the working directory if it is below it, else unchanged. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short || '.';
}
