import { isMissing, type Missing } from '../../model/runtime.ts';
import { buildC } from '../../provision/build-c.ts';
import { onPath } from '../../provision/on-path.ts';
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
  const built = await unlessToolFails('the launcher cannot be built', INSTALL, async () => ({
    // A process inherits its starter's high-water mark: the smaller, the better.
    executable: await buildC(compiler, new URL('launcher.c', import.meta.url)),
  }));
  return isMissing(built) ? built : unlessForbidden(built);
}

/** A sandbox (seccomp) may forbid what the launcher is for. */
function unlessForbidden(launcher: Launcher): Promise<Launcher | Missing> {
  const remedy = 'allow prctl in the sandbox, or measure outside it';
  return unlessToolFails('the launcher cannot act here', remedy, async () => {
    await toolOutput([launcher.executable, 'check']);
    return launcher;
  });
}
