import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';

/** The checkout that this harness belongs to. */
export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Where built programs and installed packages are kept: the user's cache folder, never the checkout. */
export const cacheFolder = envPaths('tasktax', { suffix: '' }).cache;

/** The absolute path of a file or folder under `workloads/`. */
export function workloadsPath(path: string): string {
  return fileURLToPath(new URL(`../../workloads/${path}`, import.meta.url));
}
