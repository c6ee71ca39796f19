import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Family } from '../../model/family.ts';
import {
  isMissing,
  type Launchable,
  type Located,
  type Missing,
  type Runtime,
} from '../../model/runtime.ts';
import { isSystemError } from '../../model/system-error.ts';
import { installedPackage } from '../../provision/installed-package.ts';
import { manifestVersion } from '../../provision/manifest-version.ts';
import { isCheckout } from '../../provision/places.ts';
import { ToolFailure, unlessToolFails } from '../../provision/tool-output.ts';
import { newestMatch } from '../../provision/version-match.ts';
import {
  cachedPackagePath,
  cachedVersions,
  fetchPackage,
  publishedVersions,
} from './npm-registry.ts';

const INSTALL_NPM = 'connect to the npm registry once';

/** A runtime whose binary comes in an npm package for each platform. */
export interface NpmRuntime {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  /** The package by platform (`linux-x64`). */
  readonly packages: Readonly<Record<string, string>>;
  /** The binary's path inside the package. */
  readonly binary: string;
  readonly outOfMemory: readonly RegExp[];
  readonly launchable: (executable: string) => Promise<Launchable>;
}

/**
 * Declares a runtime in the version that `npm ci` installed, or in any version in the registry. The wrapper packages
 * (`bun`, `deno`) are not used: their `bin` is a stub or a JavaScript shim, so the wrong process would be measured.
 */
export function npmRuntime(declared: NpmRuntime): Runtime {
  const platform = `${process.platform}-${process.arch}`;
  const name = declared.packages[platform];
  if (name === undefined) {
    const missing = `npm has no package for ${platform}`;
    const remedy = `use one of ${Object.keys(declared.packages).join(', ')}`;
    return { ...declared, locate: async () => ({ missing, remedy }) };
  }
  return {
    id: declared.id,
    title: declared.title,
    family: declared.family,
    outOfMemory: declared.outOfMemory,
    locate: (range) =>
      range === undefined ? installed(declared, name) : inVersion(declared, name, range),
    async releases() {
      const published = await publishedVersions(name);
      return published instanceof ToolFailure ? cachedVersions(name) : published;
    },
  };
}

/** The version that `npm ci` installed for this platform. */
async function installed(
  { binary, launchable }: NpmRuntime,
  name: string,
): Promise<Located | Missing> {
  const folder = installedPackage(name);
  const missing = {
    missing: `no executable ${name}/${binary} in node_modules`,
    remedy: isCheckout ? 'npm ci' : 'npm install --include=optional',
  };
  if (folder === undefined) return missing;
  try {
    const executable = await realpath(join(folder, binary));
    await access(executable, constants.X_OK);
    return {
      executable,
      version: manifestVersion(folder),
      source: `npm ${name}`,
      prepare: () => launchable(executable),
    };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return missing;
  }
}

/** The newest version in a range: of those in the registry or, without a connection, of those on this machine. */
async function inVersion(
  declared: NpmRuntime,
  name: string,
  range: string,
): Promise<Located | Missing> {
  const published = await publishedVersions(name);
  const here = await installed(declared, name);
  const versionHere = isMissing(here) ? [] : [here.version];
  const versions =
    published instanceof ToolFailure ? [...versionHere, ...cachedVersions(name)] : published;
  const version = newestMatch(versions, range);
  if (version === undefined) {
    return published instanceof ToolFailure
      ? {
          missing: `the cache has no such version, and npm cannot reach its registry (${published.message})`,
          remedy: INSTALL_NPM,
        }
      : {
          missing: `npm has no such version of ${name}`,
          remedy: `choose one of ${hint(versions)}`,
        };
  }
  if (version === versionHere[0]) return here;
  const executable = join(cachedPackagePath(name, version), declared.binary);
  return {
    executable,
    version,
    source: `npm ${name}`,
    prepare: () => fetched(declared, name, version, executable),
  };
}

async function fetched(
  { launchable }: NpmRuntime,
  name: string,
  version: string,
  executable: string,
): Promise<Launchable | Missing> {
  const there = await unlessToolFails(
    `npm cannot fetch ${name}@${version}`,
    INSTALL_NPM,
    async () => {
      await fetchPackage(name, version);
      return executable;
    },
  );
  return typeof there === 'string' ? launchable(there) : there;
}

const HINTED_VERSIONS = 5;

function hint(versions: readonly string[]): string {
  return versions.slice(-HINTED_VERSIONS).join(', ');
}
