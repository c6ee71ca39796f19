import { resolve } from 'node:path';
import type { Catalogue } from '../catalogue.ts';
import { StorageError } from '../model/storage-error.ts';
import { isSystemError } from '../model/system-error.ts';
import type { SitePlace } from '../present/site/write-pages.ts';
import { resultsRoot } from '../provision/places.ts';
import { shortPath } from '../results/results-path.ts';
import { ExitCode } from './exit-code.ts';

/** What the command line says about a site. */
export interface SiteOptions {
  readonly out: string;
  /** Where it will be served. Empty: unknown. */
  readonly url: string;
}

/** Builds the site of a folder of results folders: static files that any host serves. */
export async function site(
  results: string | undefined,
  { out, url }: SiteOptions,
  catalogue: Catalogue,
): Promise<ExitCode> {
  const place = { folder: resolve(out), url: url.replace(/[^/]$/, '$&/') };
  const count = await build(
    results === undefined ? resultsRoot : resolve(results),
    place,
    catalogue,
  );
  const suites = `${count} ${count === 1 ? 'results folder' : 'results folders'}`;
  console.log(`site: ${shortPath(place.folder)}, of ${suites}`);
  return ExitCode.ok;
}

/** Loads what draws charts only now: it is large, and not installed everywhere. */
async function build(results: string, place: SitePlace, catalogue: Catalogue): Promise<number> {
  const { buildSite } = await import('../present/site/build-site.ts');
  try {
    return await buildSite(results, place, catalogue);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new StorageError(`cannot write the site (${error.code}): choose another --out`);
  }
}
