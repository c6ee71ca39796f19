import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundlePageScript } from './bundle-page-script.ts';

/** The page of a report, and the one that follows a comparison. */
export const PAGE_SCRIPTS = ['page', 'live-page'] as const;
type PageScript = (typeof PAGE_SCRIPTS)[number];

/** Where the build of the package puts a script, below `present/report/`. */
export const builtScript = (name: PageScript): string => `page/${name}-script.js`;

/** The script of a page: as the package's build left it, or bundled now, in a checkout. */
export async function pageScript(name: PageScript = 'page'): Promise<string> {
  const built = new URL(builtScript(name), import.meta.url);
  return existsSync(built) ? readFileSync(built, 'utf8') : bundledScript(name);
}

/** Bundles the script of a page from its sources. */
export function bundledScript(name: PageScript): Promise<string> {
  return bundlePageScript(fileURLToPath(new URL(`page/${name}.ts`, import.meta.url)));
}
