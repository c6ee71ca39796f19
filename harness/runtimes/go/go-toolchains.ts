import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ToolFailure, toolOutput } from '../../provision/tool-output.ts';

/** Go's names of architectures, by Node's. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** The module of Go's toolchains, with one version for each release and platform. */
const MODULE = 'golang.org/toolchain';

/**
 * Lists the releases that Go's toolchain mechanism (GOTOOLCHAIN, since 1.21) can fetch for this platform. Without access to
 * the module proxy, lists those fetched earlier.
 */
export async function goReleases(go: string): Promise<readonly string[]> {
  return releasesIn(await moduleVersions(go));
}

async function moduleVersions(go: string): Promise<readonly string[]> {
  try {
    const [, ...versions] = (await toolOutput([go, 'list', '-m', '-versions', MODULE])).split(' ');
    return versions;
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    const folder = join(await toolOutput([go, 'env', 'GOMODCACHE']), 'golang.org');
    return existsSync(folder)
      ? readdirSync(folder).map((entry) => entry.replace('toolchain@', ''))
      : [];
  }
}

/** `v0.0.1-go1.22.5.linux-amd64` is 1.22.5; before 1.21, the first release of a minor version had no patch number. */
function releasesIn(versions: readonly string[]): readonly string[] {
  const platform = `.${process.platform}-${ARCHITECTURES[process.arch]}`;
  return versions.flatMap((version) => {
    const [, release] = version.match(/^v0\.0\.1-go(\d+\.\d+(?:\.\d+)?)\./) ?? [];
    return release !== undefined && version.endsWith(platform) ? [withPatch(release)] : [];
  });
}

function withPatch(release: string): string {
  return /^\d+\.\d+$/.test(release) ? `${release}.0` : release;
}

/** The name of a release as a value of GOTOOLCHAIN. */
export function toolchainName(release: string): string {
  const [, minor = 0] = release.split('.').map(Number);
  // Since 1.21, the first release of a minor version ends in `.0`.
  return `go${minor < FIRST_MINOR_WITH_ZERO ? release.replace(/\.0$/, '') : release}`;
}

const FIRST_MINOR_WITH_ZERO = 21;
