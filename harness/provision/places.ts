import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';

// The XDG Base Directory Specification says to ignore a relative path. Build tools run in other folders must ignore it too.
if (!isAbsolute(process.env.XDG_CACHE_HOME ?? '/')) delete process.env.XDG_CACHE_HOME;

/** Whether this is the checkout, which Node runs as it is, and not the package, which is built from it. */
export const isCheckout = import.meta.url.endsWith('.ts');

/** Where tasktax itself lies, its package.json and `workloads/`: the checkout, or the installed package. */
export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** The harness's own files: `harness/` in the checkout, `dist/` in the package. */
export const harnessPath = fileURLToPath(new URL('../', import.meta.url));

/** Where results go: into the checkout, or, with the package, into the folder in which the user stands. */
export const resultsRoot = resolve(isCheckout ? repositoryRoot : '.', 'results');

/** The user's cache folder, which holds built programs and installed packages; never the checkout. */
export const cacheFolder = envPaths('tasktax', { suffix: '' }).cache;

/** The absolute path of a file or folder under `workloads/`. */
export function workloadsPath(path: string): string {
  return fileURLToPath(new URL(`../../workloads/${path}`, import.meta.url));
}
