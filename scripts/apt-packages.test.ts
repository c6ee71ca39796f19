import { afterEach, expect, test, vi } from 'vitest';
import { loadCatalogue } from '../harness/catalogue.ts';
import { isMissing } from '../harness/model/runtime.ts';
import { chooseRuntimes, seek } from '../harness/provision/provide.ts';
import { aptPackages } from './apt-packages.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['apt install golang-go', [['golang-go']]],
  ['apt install python3 python3-venv', [['python3'], ['python3-venv']]],
  ['apt install python3-venv, and connect to PyPI once', [['python3-venv']]],
  ['a JDK: apt install a-25 or a-21', [['a-25', 'a-21']]],
  ['apt install g++ a or b c', [['g++'], ['a', 'b'], ['c']]],
  ['install Rust with rustup', []],
  ['pyenv install, or apt', []],
])('%j: %j', (line, packages) => {
  expect(aptPackages(line)).toEqual(packages);
});

test('the lines of runtimes that are not here tell', async () => {
  const { runtimes } = await loadCatalogue();
  vi.stubEnv('PATH', '/nowhere');
  const sought = await seek(chooseRuntimes(runtimes, ['go', 'python-uvloop', 'erlang', 'elixir']));
  const lines = sought.map(({ found }) => (isMissing(found) ? found.remedy : 'found'));
  expect(lines.flatMap(aptPackages).flat()).toEqual([
    ...['golang-go', 'python3', 'python3-venv', 'erlang-base', 'elixir'],
  ]);
});
