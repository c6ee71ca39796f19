import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from '../../provision/content-cache.ts';
import { cacheFolder } from '../../provision/places.ts';
import { ToolFailure, toolOutput } from '../../provision/tool-output.ts';

/** npm's own patience is a minute and more; somebody waits for a line. */
const PATIENCE = ['--fetch-retries=1', '--fetch-retry-mintimeout=500', '--fetch-timeout=20000'];

/** All versions of a package that the registry has, or what npm said when it could not be asked. */
export async function publishedVersions(name: string): Promise<readonly string[] | ToolFailure> {
  try {
    const json = await npm(['view', name, 'versions', '--json']);
    const versions: string | readonly string[] = JSON.parse(json);
    return typeof versions === 'string' ? [versions] : versions;
  } catch (error) {
    if (error instanceof ToolFailure) return error;
    throw error;
  }
}

/** npm ends what it says of a failure with where its log is; the code is what tells. */
async function npm(words: readonly string[]): Promise<string> {
  try {
    return await toolOutput(['npm', ...words, ...PATIENCE]);
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    const [, code] = String(error.cause).match(/^npm error code (\w+)/m) ?? [];
    throw code === undefined ? error : new ToolFailure(code);
  }
}

/** The versions of a package that were fetched before. */
export function cachedVersions(name: string): readonly string[] {
  const folder = join(cacheFolder, packageFolder(name));
  return existsSync(folder) ? readdirSync(folder).filter((entry) => !isDraft(entry)) : [];
}

/** Where a version of a package is, or will be once it is fetched. */
export function cachedPackagePath(name: string, version: string): string {
  return join(cacheFolder, packageFolder(name), version, 'node_modules', name);
}

/**
 * Fetches a version of a package into the cache, once. npm checks it against the registry's integrity hash, and runs no
 * script of it.
 *
 * @throws ToolFailure when npm cannot, or the registry gives no such hash: npm would take the package unchecked.
 */
export async function fetchPackage(name: string, version: string): Promise<void> {
  await cachedFolder(join(packageFolder(name), version), async (draft) => {
    const integrity = await npm(['view', `${name}@${version}`, 'dist.integrity']);
    if (!/^sha(256|384|512)-/.test(integrity)) {
      throw new ToolFailure('the registry gives no integrity hash to check it against');
    }
    const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
    const where = ['--prefix', draft];
    await npm(['install', ...where, ...quiet, `${name}@${version}`]);
  });
}

function packageFolder(name: string): string {
  return join('npm', name);
}

/** Half a download: its name has a random word behind the version. */
function isDraft(entry: string): boolean {
  return /\.[0-9a-f]{8}$/.test(entry);
}
