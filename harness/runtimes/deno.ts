import { join } from 'node:path';
import type { Launchable } from '../model/runtime.ts';
import { bareEnvironment } from '../provision/child-environment.ts';
import { cacheFolder, workloadsPath } from '../provision/places.ts';
import { raisedHeap } from '../provision/raised-heap.ts';
import { toolOutput } from '../provision/tool-output.ts';
import { npmRuntime } from './npm/npm-runtime.ts';
import { V8_OUT_OF_MEMORY } from './npm/v8-out-of-memory.ts';
import { RUST_OUT_OF_MEMORY } from './rust/rust-out-of-memory.ts';

export const runtime = npmRuntime({
  id: 'deno',
  title: 'Deno',
  family: 'javascript',
  packages: {
    'linux-x64': '@deno/linux-x64-glibc',
    'linux-arm64': '@deno/linux-arm64-glibc',
    'darwin-x64': '@deno/darwin-x64',
    'darwin-arm64': '@deno/darwin-arm64',
  },
  binary: 'deno',
  outOfMemory: [V8_OUT_OF_MEMORY, RUST_OUT_OF_MEMORY],
  launchable: warm,
});

/** Runs the program once, unmeasured: the first run of a file compiles it into DENO_DIR and peaks 2 MB higher. */
async function warm(deno: string): Promise<Launchable> {
  // The program needs no --allow-… permission. Without --no-prompt, a missing permission would prompt on the pipe.
  const command = [deno, 'run', '--no-prompt', workloadsPath('js/tasks.mjs')] as const;
  const environment = {
    ...bareEnvironment,
    DENO_DIR: join(cacheFolder, 'deno'), // the compile cache, which defaults to a folder in HOME
    DENO_NO_UPDATE_CHECK: '1', // would send a network request during a run
  };
  await toolOutput([...command, 'spawn', '1'], { environment, input: '\n'.repeat(3) });
  const raised = raisedHeap(
    (megabytes) => `--v8-flags=--max-old-space-size=${megabytes}`,
    command.indexOf('run') + 1,
  );
  return { command, environment, raised };
}
