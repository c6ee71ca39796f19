import { access, constants, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Located, Missing } from '../vocabulary/runtime.ts';
import { manifestVersion } from './manifest-version.ts';
import { repositoryRoot } from './places.ts';

/** The npm package that holds the binary for each platform (`linux-x64`), and the binary's path inside it. */
export interface PlatformPackages {
  readonly packages: Readonly<Record<string, string>>;
  readonly binary: string;
}

/**
 * Finds the binary that `npm ci` unpacked for this platform. The wrapper packages (`bun`, `deno`) are passed over on
 * purpose: their `bin` is a stub or a JavaScript shim, and measuring a shim measures the wrong process.
 */
export async function npmPlatformBinary({
  packages,
  binary,
}: PlatformPackages): Promise<Omit<Located, 'prepare'> | Missing> {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (name === undefined) {
    return {
      missing: `npm has no package of it for ${platform}`,
      install: `use one of ${Object.keys(packages).join(', ')}`,
    };
  }
  const folder = join(repositoryRoot, 'node_modules', name);
  try {
    const executable = await realpath(join(folder, binary));
    await access(executable, constants.X_OK);
    return { executable, version: manifestVersion(folder), source: `npm ${name}` };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { missing: `no executable ${name}/${binary} in node_modules`, install: 'npm ci' };
  }
}
