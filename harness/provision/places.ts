import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';

// A relative path is to be ignored (XDG Base Directory Specification), also by the tools that build for us in other folders.
if (!isAbsolute(process.env.XDG_CACHE_HOME ?? '/')) delete process.env.XDG_CACHE_HOME;

/** The checkout that this harness belongs to. */
export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Where built programs and installed packages are kept: the user's cache folder, never the checkout. */
export const cacheFolder = envPaths('tasktax', { suffix: '' }).cache;

/** The absolute path of a file or folder under `workloads/`. */
export function workloadsPath(path: string): string {
  return fileURLToPath(new URL(`../../workloads/${path}`, import.meta.url));
}
