import { join } from 'node:path';
import type { Launchable, Missing, Runtime } from '../model/runtime.ts';
import { buildEnvironment } from '../provision/build-environment.ts';
import { bareEnvironment } from '../provision/child-environment.ts';
import { contentCache } from '../provision/content-cache.ts';
import { onPath } from '../provision/on-path.ts';
import { workloadsPath } from '../provision/places.ts';
import { sourcesIn } from '../provision/sources.ts';
import { toolOutput, unlessToolFails } from '../provision/tool-output.ts';
import { newestMatch } from '../provision/version-match.ts';
import { COMPILED_BEFORE } from '../workloads/warm-sleep.ts';
import { goEnvironment } from './go/go-environment.ts';
import { goReleases, toolchainName } from './go/go-toolchains.ts';

const INSTALL = 'apt install golang-go';

/** Numbers of threads that run Go code at once: one, as many as on small and large machines, and many more than here. */
const PROCESSORS = [1, 2, 8, 64];

export const runtime: Runtime = {
  id: 'go',
  title: 'Go',
  family: 'go',
  lacks: COMPILED_BEFORE,
  outOfMemory: [/fatal error: out of memory/i, /runtime: out of memory/i],
  async locate(range) {
    const go = await onPath('go');
    if (go === undefined) return { missing: 'no "go" on the PATH', remedy: INSTALL };
    // The release on the PATH, regardless of the user's GOTOOLCHAIN.
    const environment = buildEnvironment({ GOTOOLCHAIN: 'local' });
    const local = (await toolOutput([go, 'env', 'GOVERSION'], { environment })).slice(2);
    const version =
      range === undefined ? local : newestMatch([local, ...(await goReleases(go))], range);
    if (version === undefined) {
      return { missing: 'Go has no such release, or cannot fetch it', remedy: INSTALL };
    }
    const isLocal = version === local;
    return {
      executable: go,
      version,
      source: isLocal ? 'built with the go of the PATH' : 'built with a fetched Go toolchain',
      prepare: () => build(go, version, isLocal ? 'local' : toolchainName(version)),
    };
  },
  variants: PROCESSORS.map((processors) => ({
    name: `procs${processors}`,
    sets: `GOMAXPROCS=${processors}`,
    why: 'do goroutines cost more where there are more threads to run them?',
    environment: { GOMAXPROCS: `${processors}` },
  })),
  async releases() {
    const go = await onPath('go');
    return go === undefined ? [] : goReleases(go);
  },
};

/** Keeps the path and the commit of the checkout out of the binary, so that equal sources give equal binaries. */
const FLAGS = ['-trimpath', '-buildvcs=false'];

/**
 * Runs a plain `go build`, as a user of Go would.
 *
 * @param name the value of GOTOOLCHAIN: `local` for the release on the PATH, or the name of a release to fetch.
 */
async function build(go: string, version: string, name: string): Promise<Launchable | Missing> {
  const source = workloadsPath('go');
  const remedy = `cd workloads/go && GOTOOLCHAIN=${name} go build -o /dev/null .`;
  return unlessToolFails('go build failed', remedy, async () => {
    const inputs = [version, process.arch, ...FLAGS, ...sourcesIn(source)];
    const folder = await contentCache('go', inputs, async (draft) => {
      await toolOutput([go, 'build', ...FLAGS, '-o', join(draft, 'tasks'), '.'], {
        cwd: source,
        environment: await goEnvironment(go, name),
      });
    });
    return { command: [join(folder, 'tasks')], environment: bareEnvironment };
  });
}
