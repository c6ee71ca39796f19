import { bareEnvironment } from '../provision/child-environment.ts';
import { workloadsPath } from '../provision/places.ts';
import { npmRuntime } from './npm/npm-runtime.ts';

export const runtime = npmRuntime({
  id: 'bun',
  title: 'Bun',
  family: 'javascript',
  packages: {
    'linux-x64': '@oven/bun-linux-x64',
    'linux-arm64': '@oven/bun-linux-aarch64',
    'darwin-x64': '@oven/bun-darwin-x64',
    'darwin-arm64': '@oven/bun-darwin-aarch64',
  },
  binary: 'bin/bun',
  outOfMemory: [/has run out of memory/i],
  launchable: async (bun) => ({
    command: [bun, 'run', workloadsPath('js/tasks.mjs')],
    environment: bareEnvironment,
  }),
});
