import { existsSync, readFileSync } from 'node:fs';
import { bundlePageScript } from './bundle-page-script.ts';

/** Where the build of the package puts the script. */
const BUILT = new URL('./page/page-script.js', import.meta.url);

/** The page's script: as the package's build left it, or bundled now, in a checkout. */
export async function pageScript(): Promise<string> {
  return existsSync(BUILT) ? readFileSync(BUILT, 'utf8') : bundlePageScript();
}
