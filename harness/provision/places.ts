import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';

// The XDG Base Directory Specification says to ignore a relative path. Build tools run in other folders must ignore it too.
if (!isAbsolute(process.env.XDG_CACHE_HOME ?? '/')) delete process.env.XDG_CACHE_HOME;

/** The root folder of the checkout. */
export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** The user's cache folder, which holds built programs and installed packages; never the checkout. */
export const cacheFolder = envPaths('tasktax', { suffix: '' }).cache;

/** The absolute path of a file or folder under `workloads/`. */
export function workloadsPath(path: string): string {
  return fileURLToPath(new URL(`../../workloads/${path}`, import.meta.url));
}
