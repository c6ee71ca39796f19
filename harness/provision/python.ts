import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Missing } from '../vocabulary/runtime.ts';
import { contentCache, sourcesIn } from './content-cache.ts';
import { onPath } from './on-path.ts';
import { workloadsPath } from './places.ts';
import { ToolFailure, toolOutput } from './tool-output.ts';

/** A CPython on this machine. */
export interface Python {
  readonly executable: string;
  readonly version: string;
}

const INSTALL = 'apt install python3 python3-venv';

/** Asks the `python3` of the PATH who it really is: the PATH often holds a shim of pyenv or a distribution. */
export async function findPython(): Promise<Python | Missing> {
  const command = await onPath('python3');
  if (command === undefined) return { missing: 'no "python3" on the PATH', install: INSTALL };
  try {
    const question =
      'import platform, sys; print(sys.executable); print(platform.python_version())';
    const [executable = '', version = ''] = (
      await toolOutput([command, '-I', '-S', '-c', question])
    ).split('\n');
    return { executable: await realpath(executable), version };
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    return { missing: `python3 does not run: ${error.message}`, install: INSTALL };
  }
}

/**
 * Compiles the programs ahead, into the cache, so that no run pays for it and the checkout stays clean.
 *
 * @returns the folder for PYTHONPYCACHEPREFIX.
 */
export async function compiledPrograms(python: Python): Promise<string> {
  const source = workloadsPath('python');
  const inputs = [python.version, source, ...(await sourcesIn(source))];
  return contentCache('python-bytecode', inputs, async (draft) => {
    const compile = ['-m', 'compileall', '-q', '--invalidation-mode', 'unchecked-hash', source];
    await toolOutput([python.executable, ...compile], {
      environment: { PYTHONPYCACHEPREFIX: draft },
    });
  });
}

/** A virtual environment with the packages of requirements.txt, each checked against its hash; its interpreter's path. */
export async function pythonWithPackages(python: Python, requirements: string): Promise<string> {
  const inputs = [python.executable, python.version, requirements];
  const folder = await contentCache('python-packages', inputs, async (draft) => {
    const packages = [
      '--require-hashes',
      '--only-binary',
      ':all:',
      '-r',
      workloadsPath('python/requirements.txt'),
    ];
    await toolOutput([python.executable, '-m', 'venv', draft]);
    await toolOutput([join(draft, 'bin/python'), '-m', 'pip', 'install', '--quiet', ...packages]);
  });
  return join(folder, 'bin/python');
}

/** The version of a package that `workloads/python/requirements.txt` pins. */
export function pinnedVersion(requirements: string, name: string): string {
  const pin = requirements.match(new RegExp(`^${name}==(\\S+)`, 'm'));
  if (pin?.[1] === undefined) throw new Error(`${name} is not pinned in requirements.txt`);
  return pin[1];
}
