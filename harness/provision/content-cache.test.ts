import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.stubEnv('XDG_CACHE_HOME', mkdtempSync(join(tmpdir(), 'tasktax-cache-')));
const { contentCache } = await import('./content-cache.ts');

let builds = 0;
let said: string[] = [];

beforeEach(() => {
  builds = 0;
  said = [];
  vi.spyOn(console, 'error').mockImplementation((line) => said.push(line));
});
afterEach(() => vi.restoreAllMocks());

async function build(draft: string): Promise<void> {
  builds += 1;
  mkdirSync(join(draft, 'bin'));
  writeFileSync(join(draft, 'bin/program'), 'the program');
  chmodSync(join(draft, 'bin/program'), 0o755);
  symlinkSync('bin', join(draft, 'sbin'));
}

test('the same inputs are built once, others anew', async ({ task }) => {
  const first = await contentCache('cache', [task.id, 'a'], build);
  expect(await contentCache('cache', [task.id, 'a'], build)).toBe(first);
  expect(await contentCache('cache', [task.id, 'b'], build)).not.toBe(first);
  expect(builds).toBe(2);
  expect(said).toEqual([]);
});

test.each<[string, (folder: string) => void]>([
  ['a program that was deleted', (folder) => rmSync(join(folder, 'bin/program'))],
  ['one that was cut off', (folder) => truncateSync(join(folder, 'bin/program'), 4)],
  ['another in its place', (folder) => writeFileSync(join(folder, 'bin/program'), 'THE program')],
  ['a folder in its place', (folder) => replaceByFolder(join(folder, 'bin/program'))],
  ['a list that is none', (folder) => writeFileSync(join(folder, 'contents.sha256.json'), '{')],
  ['no list', (folder) => rmSync(join(folder, 'contents.sha256.json'))],
])('%s: it is built anew, and a line says so', async (name, damage) => {
  const folder = await contentCache('cache', [name], build);
  damage(folder);
  expect(await contentCache('cache', [name], build)).toBe(folder);
  expect(readFileSync(join(folder, 'bin/program'), 'utf8')).toBe('the program');
  expect(builds).toBe(2);
  expect(said).toEqual([`note: ${folder} has changed since it was built; rebuilding it`]);
});

test('what a program keeps beside itself is no damage', async ({ task }) => {
  const folder = await contentCache('cache', [task.id], build);
  writeFileSync(join(folder, 'bin/program.cache'), 'kept');
  await contentCache('cache', [task.id], build);
  expect(builds).toBe(1);
});

test('a build that fails leaves nothing', async ({ task }) => {
  const failing = contentCache('cache', [task.id], async (draft) => {
    await build(draft);
    throw new Error('half-way');
  });
  await expect(failing).rejects.toThrow('half-way');
  const folder = await contentCache('cache', [task.id], build);
  expect(existsSync(join(folder, 'bin/program'))).toBe(true);
  expect(said).toEqual([]);
});

function replaceByFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}
