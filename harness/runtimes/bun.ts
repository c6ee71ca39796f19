import { bareEnvironment } from '../provision/child-environment.ts';
import { npmPlatformBinary } from '../provision/npm-platform-package.ts';
import { workloadsPath } from '../provision/places.ts';
import { isMissing, type Runtime } from '../vocabulary/runtime.ts';

export const runtime: Runtime = {
  id: 'bun',
  title: 'Bun',
  async locate() {
    const found = await npmPlatformBinary({
      packages: {
        'linux-x64': '@oven/bun-linux-x64',
        'linux-arm64': '@oven/bun-linux-aarch64',
        'darwin-x64': '@oven/bun-darwin-x64',
        'darwin-arm64': '@oven/bun-darwin-aarch64',
      },
      binary: 'bin/bun',
    });
    if (isMissing(found)) return found;
    return {
      ...found,
      prepare: async () => ({
        command: [found.executable, 'run', workloadsPath('js/tasks.mjs')],
        environment: bareEnvironment,
      }),
    };
  },
};
