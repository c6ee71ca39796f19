import { join } from 'node:path';
import { bareEnvironment } from '../provision/child-environment.ts';
import { contentCache, sourcesIn } from '../provision/content-cache.ts';
import { onPath } from '../provision/on-path.ts';
import { workloadsPath } from '../provision/places.ts';
import { ToolFailure, toolOutput } from '../provision/tool-output.ts';
import type { Launchable, Missing, Runtime } from '../vocabulary/runtime.ts';

export const runtime: Runtime = {
  id: 'go',
  title: 'Go',
  async locate() {
    const go = await onPath('go');
    if (go === undefined)
      return { missing: 'no "go" on the PATH', install: 'apt install golang-go' };
    const version = (await toolOutput([go, 'env', 'GOVERSION'])).replace(/^go/, '');
    return {
      executable: go,
      version,
      source: 'built with the go of the PATH',
      prepare: () => build(go, version),
    };
  },
};

/** A plain `go build`: what a Go user ships. */
async function build(go: string, version: string): Promise<Launchable | Missing> {
  const source = workloadsPath('go');
  try {
    const inputs = [version, process.arch, ...(await sourcesIn(source))];
    const folder = await contentCache('go', inputs, async (draft) => {
      await toolOutput([go, 'build', '-trimpath', '-o', join(draft, 'tasks'), '.'], {
        cwd: source,
      });
    });
    return { command: [join(folder, 'tasks')], environment: bareEnvironment };
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    return {
      missing: `go build failed: ${error.message}`,
      install: `cd workloads/go && go build .`,
    };
  }
}
