import { existsSync, readdirSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isMissing, type Missing } from '../../model/runtime.ts';
import { buildEnvironment } from '../../provision/build-environment.ts';
import { contentCache } from '../../provision/content-cache.ts';
import { onPath } from '../../provision/on-path.ts';
import { workloadsPath } from '../../provision/places.ts';
import { sourcesIn } from '../../provision/sources.ts';
import { toolOutput, unlessToolFails } from '../../provision/tool-output.ts';
import { byVersionDescending, isInRange } from '../../provision/version-match.ts';

/** An installed CPython. */
export interface Python {
  readonly executable: string;
  readonly version: string;
  /** Where it was found, for the tables. */
  readonly source: string;
}

const INSTALL = 'apt install python3 python3-venv';

/** Finds the `python3` on the PATH or, for a semver range, the newest installed interpreter in it. */
export async function findPython(range?: string): Promise<Python | Missing> {
  if (range === undefined) {
    const command = await onPath('python3');
    if (command === undefined) return { missing: 'no "python3" on the PATH', remedy: INSTALL };
    return askInterpreter(command, 'python3 of the PATH');
  }
  const pythons = await installedPythons();
  const newest = pythons.find(({ version }) => isInRange(version, range));
  if (newest !== undefined) return newest;
  const here = pythons.map(({ version }) => version).join(', ') || 'none';
  return {
    missing: `no such version is installed (found: ${here})`,
    remedy: 'pyenv install, uv python install, or apt',
  };
}

/** Every CPython on this machine, the newest first; of equal versions, the first that was found. */
export async function installedPythons(): Promise<readonly Python[]> {
  const answers = await Promise.all(
    (await interpreters()).map((command) => askInterpreter(command, 'installed python')),
  );
  const pythons = answers.flatMap((answer) => (isMissing(answer) ? [] : [answer]));
  const byVersion = new Map([...pythons].reverse().map((python) => [python.version, python]));
  return [...byVersion.values()].sort((a, b) => byVersionDescending(a.version, b.version));
}

/** Asks an interpreter for its real path: the command on the PATH is often a shim. */
function askInterpreter(command: string, source: string): Promise<Python | Missing> {
  return unlessToolFails('python3 does not run', INSTALL, async () => {
    const question =
      'import platform, sys; print(sys.executable); print(platform.python_version())';
    const [executable = '', version = ''] = (
      await toolOutput([command, '-I', '-S', '-c', question])
    ).split('\n');
    return { executable: await realpath(executable), version, source };
  });
}

/** The paths of `python3` and `python3.8` to `python3.30` on the PATH, and of what version managers installed. */
async function interpreters(): Promise<readonly string[]> {
  const minors = Array.from({ length: 23 }, (_, index) => `python3.${index + 8}`);
  const ofPath = await Promise.all(['python3', ...minors].map(onPath));
  const home = homedir();
  const managed = [
    join(process.env.PYENV_ROOT ?? join(home, '.pyenv'), 'versions'),
    process.env.UV_PYTHON_INSTALL_DIR ?? join(home, '.local/share/uv/python'),
  ].flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder).map((version) => join(folder, version, 'bin/python3'))
      : [],
  );
  return [...ofPath.filter((path) => path !== undefined), ...managed.filter(existsSync)];
}

/**
 * Compiles the programs to bytecode in the cache, so that no run includes the compilation and the checkout stays clean. A
 * program that needs a newer Python compiles as well: no syntax is newer than 3.8.
 *
 * @returns the value for PYTHONPYCACHEPREFIX.
 */
export async function compiledPrograms(python: Python): Promise<string> {
  const source = workloadsPath('python');
  const inputs = [python.version, source, ...sourcesIn(source)];
  return contentCache('python-bytecode', inputs, async (draft) => {
    const compile = ['-m', 'compileall', '-q', '--invalidation-mode', 'unchecked-hash', source];
    await toolOutput([python.executable, ...compile], {
      environment: buildEnvironment({ PYTHONPYCACHEPREFIX: draft }),
    });
  });
}

/**
 * Makes a virtual environment with the packages of requirements.txt, each verified by its hash.
 *
 * @returns the path of its interpreter.
 */
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

/** The pinned version of a package in `workloads/python/requirements.txt`. */
export function pinnedVersion(requirements: string, name: string): string {
  const pin = requirements.match(new RegExp(`^${name}==(\\S+)`, 'm'));
  if (pin?.[1] === undefined) throw new Error(`${name} is not pinned in requirements.txt`);
  return pin[1];
}
