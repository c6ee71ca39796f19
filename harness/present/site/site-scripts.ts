import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundlePageModules, type ScriptFile } from '../report/bundle-page-script.ts';

/** Where the build of the package puts the scripts of the site, below `present/site/`. */
export const BUILT_SCRIPTS = 'scripts/';

/** A script for each kind of page. */
const ENTRIES = ['suite', 'compare', 'tables'] as const;

/** The scripts of the site's pages: as the package's build left them, or bundled now, in a checkout. */
export async function siteScripts(): Promise<readonly ScriptFile[]> {
  const built = new URL(BUILT_SCRIPTS, import.meta.url);
  if (!existsSync(built)) return bundledSiteScripts();
  return readdirSync(built).map((file) => ({
    file,
    code: readFileSync(new URL(file, built), 'utf8'),
  }));
}

/** Bundles them from their sources. */
export function bundledSiteScripts(): Promise<readonly ScriptFile[]> {
  const pathOf = (name: string) => fileURLToPath(new URL(`page/${name}.ts`, import.meta.url));
  return bundlePageModules(Object.fromEntries(ENTRIES.map((name) => [name, pathOf(name)])));
}
