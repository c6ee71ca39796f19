import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMissing, type Missing } from '../../model/runtime.ts';
import { contentCache } from '../../provision/content-cache.ts';
import { onPath } from '../../provision/on-path.ts';
import { sourcesIn } from '../../provision/sources.ts';
import { toolOutput, unlessToolFails } from '../../provision/tool-output.ts';

const INSTALL = 'apt install gcc libc6-dev';

/** The built launcher. */
export interface Launcher {
  readonly executable: string;
}

let found: Promise<Launcher | Missing> | undefined;

/** The launcher, built once with the C compiler of the PATH; or why there is none, so that programs are started without. */
export function findLauncher(): Promise<Launcher | Missing> {
  found ??= build();
  return found;
}

async function build(): Promise<Launcher | Missing> {
  if (process.platform !== 'linux') {
    return { missing: 'the launcher needs Linux', remedy: 'use Linux' };
  }
  const compiler = await onPath('cc');
  if (compiler === undefined) return { missing: 'no C compiler "cc" on the PATH', remedy: INSTALL };
  const compile = (linking: readonly string[]) =>
    unlessToolFails('the launcher cannot be built', INSTALL, () => compiled(compiler, linking));
  // A process inherits its starter's high-water mark, and a static one is half the size.
  const small = await compile(['-static']);
  return isMissing(small) ? compile([]) : small;
}

async function compiled(compiler: string, linking: readonly string[]): Promise<Launcher> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const options = ['-O2', '-Wall', '-Wextra', ...linking];
  const inputs = [compiler, ...options, ...sourcesIn(folder)];
  const built = await contentCache('launcher', inputs, async (draft) => {
    const output = join(draft, 'launcher');
    await toolOutput([compiler, ...options, '-o', output, join(folder, 'launcher.c')]);
  });
  return { executable: join(built, 'launcher') };
}
