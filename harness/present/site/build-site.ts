import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../../catalogue.ts';
import { readPublished } from '../../claims/read-published.ts';
import { withoutVariant } from '../../model/runtime.ts';
import { UsageError } from '../../model/usage-error.ts';
import { ownCommand } from '../../provision/own-command.ts';
import { publishedResults, publishedRuns } from '../documents/published-results.ts';
import { themeRules } from '../report/theme-rules.ts';
import { claimsSitePage } from './claims-page.ts';
import { comparePage, runtimeComparisons } from './compare-page.ts';
import { indexPage } from './index-page.ts';
import { programSource } from './program-source.ts';
import { runtimePages } from './runtime-pages.ts';
import { siteScripts } from './site-scripts.ts';
import { writeFolders } from './write-folders.ts';
import { type SitePlace, writePages, writeSiteFile } from './write-pages.ts';

const fileHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds the site from results folders alone.
 *
 * @param root the folder with a folder for each comparison; those without runs are passed over.
 * @returns how many results folders the site shows.
 * @throws UsageError when there are none, or one cannot be read.
 */
export async function buildSite(
  root: string,
  place: SitePlace,
  catalogue: Catalogue,
): Promise<number> {
  const sources = (existsSync(root) ? readdirSync(root) : [])
    .sort()
    .map((name) => join(root, name))
    .filter((folder) => existsSync(join(folder, 'runs.csv')));
  if (sources.length === 0)
    throw new UsageError(`${root} has no results: ${ownCommand('compare')}`);
  const folders = await writeFolders(sources, place);
  const { runtimes, suites } = catalogue;
  const runs = publishedRuns(publishedResults(root, suites));
  const aboutOf = (name: string) => {
    const runtime = runtimes.get(withoutVariant(name));
    if (runtime === undefined) return { title: name, program: [] };
    const title = runtime.id === name ? runtime.title : name;
    return { title, program: programSource(runtime) };
  };
  writePages(
    [
      indexPage(folders),
      ...runtimePages(folders, aboutOf),
      comparePage(),
      claimsSitePage(runs, readPublished()),
    ],
    place,
  );
  writeSiteFile(place.folder, 'compare.json', JSON.stringify(runtimeComparisons(folders)));
  await writeAssets(place);
  return folders.length;
}

async function writeAssets({ folder }: SitePlace): Promise<void> {
  const styles = ['../report/page/page.css', './site.css'].map((path) =>
    readFileSync(fileHere(path), 'utf8'),
  );
  writeSiteFile(folder, 'assets/site.css', `${themeRules()}${styles.join('\n')}`);
  for (const { file, code } of await siteScripts()) writeSiteFile(folder, `assets/${file}`, code);
}
