import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from '../../provision/content-cache.ts';
import { cacheFolder } from '../../provision/places.ts';
import { ToolFailure, toolOutput } from '../../provision/tool-output.ts';

/** By default npm retries for over a minute, while the user waits for an answer. */
const PATIENCE = ['--fetch-retries=1', '--fetch-retry-mintimeout=500', '--fetch-timeout=20000'];

/** Lists all versions of a package in the registry; returns the failure when npm cannot reach it. */
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

/** Runs npm. On a failure, the message is npm's error code: the last line of its stderr only names the log. */
async function npm(words: readonly string[]): Promise<string> {
  try {
    return await toolOutput(['npm', ...words, ...PATIENCE]);
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    const [, code] = String(error.cause).match(/^npm error code (\w+)/m) ?? [];
    throw code === undefined ? error : new ToolFailure(code);
  }
}

/** The versions of a package in the cache. */
export function cachedVersions(name: string): readonly string[] {
  const folder = join(cacheFolder, packageFolder(name));
  return existsSync(folder) ? readdirSync(folder).filter((entry) => !isDraft(entry)) : [];
}

/** The folder of a version of a package, which may still have to be fetched. */
export function cachedPackagePath(name: string, version: string): string {
  return join(cacheFolder, packageFolder(name), version, 'node_modules', name);
}

/**
 * Fetches a version of a package into the cache, once. npm verifies the registry's integrity hash and runs no install
 * scripts.
 *
 * @throws ToolFailure when npm fails, or when the registry has no integrity hash: npm would not verify the package.
 */
export async function fetchPackage(name: string, version: string): Promise<void> {
  await cachedFolder(join(packageFolder(name), version), async (draft) => {
    const integrity = await npm(['view', `${name}@${version}`, 'dist.integrity']);
    if (!/^sha(256|384|512)-/.test(integrity)) {
      throw new ToolFailure('the registry has no integrity hash to verify it');
    }
    const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
    const where = ['--prefix', draft];
    await npm(['install', ...where, ...quiet, `${name}@${version}`]);
  });
}

function packageFolder(name: string): string {
  return join('npm', name);
}

/** Whether a folder is an unfinished download: its name ends in a random suffix. */
function isDraft(entry: string): boolean {
  return /\.[0-9a-f]{8}$/.test(entry);
}
