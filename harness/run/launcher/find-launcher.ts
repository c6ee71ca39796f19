import type { Missing } from '../../model/runtime.ts';
import { buildC } from '../../provision/build-c.ts';
import { onPath } from '../../provision/on-path.ts';
import { unlessToolFails } from '../../provision/tool-output.ts';

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
  // A process inherits its starter's high-water mark: the smaller, the better.
  return unlessToolFails('the launcher cannot be built', INSTALL, async () => ({
    executable: await buildC(compiler, new URL('launcher.c', import.meta.url)),
  }));
}
