import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Missing } from '../../model/runtime.ts';
import { contentCache } from '../../provision/content-cache.ts';
import { onPath } from '../../provision/on-path.ts';
import { ToolFailure, toolOutput, unlessToolFails } from '../../provision/tool-output.ts';

const INSTALL = 'apt install gcc libc6-dev';
const OPTIONS = ['-O2', '-Wall', '-Wextra'];

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
  return unlessToolFails('the launcher cannot be built', INSTALL, async () => {
    const source = fileURLToPath(new URL('launcher.c', import.meta.url));
    const inputs = [compiler, ...OPTIONS, readFileSync(source, 'utf8')];
    const folder = await contentCache('launcher', inputs, async (draft) => {
      const command = [compiler, ...OPTIONS, '-o', join(draft, 'launcher'), source] as const;
      // A process inherits its starter's high-water mark, and a static one is half the size.
      await toolOutput([...command, '-static']).catch((error) => {
        if (!(error instanceof ToolFailure)) throw error;
        return toolOutput(command); // not every C library can be linked so
      });
    });
    return { executable: join(folder, 'launcher') };
  });
}
