import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newestReleases } from '../../provision/version-match.ts';
import { findPython } from './python.ts';
import { pythonRuntime } from './python-runtime.ts';

const VERSIONS = ['3.7.16', '3.8.18', '3.9.1', '3.9.18', '3.99.0', '3.100.0rc1'];
let folder: string;

/** An interpreter that says what the question asks for, and nothing else. */
function install(place: string, version: string): void {
  mkdirSync(join(place, 'bin'), { recursive: true });
  const python = join(place, 'bin/python3');
  writeFileSync(python, `#!/bin/sh\nprintf '%s\\n%s\\n' "${python}" "${version}"\n`);
  chmodSync(python, 0o755);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tasktax-pythons-'));
  for (const version of VERSIONS) install(join(folder, 'pyenv/versions', version), version);
  install(join(folder, 'uv/cpython-3.98.0-linux'), '3.98.0');
  vi.stubEnv('PYENV_ROOT', join(folder, 'pyenv'));
  vi.stubEnv('UV_PYTHON_INSTALL_DIR', join(folder, 'uv'));
  vi.stubEnv('PATH', '/nowhere');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const runtime = pythonRuntime({ id: 'any', title: 'Any', program: 'run_asyncio.py' });

test.each([
  ['3.8', '3.8.18'],
  ['3.9', '3.9.18'],
  ['3.98', '3.98.0'],
])('of all that pyenv and uv installed, the newest in %j is %j', async (range, version) => {
  expect(await findPython(range)).toMatchObject({ version });
});

test('a history finds every version that can run the program by itself', async () => {
  const releases = (await runtime.releases?.()) ?? [];
  expect(newestReleases(releases, undefined, 'minor')).toEqual([
    ...['3.99.0', '3.98.0', '3.9.18', '3.8.18'],
  ]);
});

test('a version that is too old for the program is missing, with both versions', async () => {
  const grouped = pythonRuntime({ id: 'g', title: 'G', program: 'x.py', needs: '>=3.11' });
  expect(await grouped.locate('3.8')).toMatchObject({
    missing: 'its program needs CPython >=3.11, and this is 3.8.18',
  });
});
