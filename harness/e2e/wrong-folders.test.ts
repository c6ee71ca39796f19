import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../provision/places.ts';
import { CLI, tasktaxWhere } from './fixtures/tasktax.ts';

const folder = mkdtempSync(join(tmpdir(), 'tasktax-wrong-'));
const committed = join(repositoryRoot, 'results', 'one-million');

const tasktax = (...words: readonly string[]) => tasktaxWhere({ cwd: folder }, ...words);

const compare = ['compare', 'smoke', '--runtimes', 'node', '--repeats', '1', '--out'];

test.each([
  ['nothing', '', 'Name a folder'],
  ['below /proc', '/proc/x', 'cannot write to /proc/x (ENOENT): choose another --out'],
  ['with files of a user', folder, 'holds notes.txt, which tasktax did not write'],
])('--out %s: one line, and nothing is written', async (_, out, message) => {
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  const { exitCode, stderr } = await tasktax(...compare, out);
  expect(stderr).toMatch(/^error: .*$/);
  expect(stderr).toContain(message);
  expect(exitCode).toBe(2);
  expect(readdirSync(folder)).toEqual(['notes.txt']);
});

test.skipIf(process.platform !== 'linux')('a diff that could not be written is no success', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(
    process.execPath,
    [CLI, 'diff', committed, committed, '--format', 'json'],
    { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' },
  );
  expect(stderr).toBe('error: cannot write the output (ENOSPC): it is not whole\n');
  expect(status).toBe(1);
});

test('escape codes and markup of a folder are text in every form of a diff', async () => {
  const hostile = join(mkdtempSync(join(tmpdir(), 'tasktax-hostile-')), 'results');
  cpSync(committed, hostile, { recursive: true });
  for (const file of ['runs.csv', 'runtimes.csv', 'summary.csv', 'costs.csv', 'machines.csv']) {
    const text = readFileSync(join(hostile, file), 'utf8')
      .replaceAll('bun@1.4.5', 'bun@\u001b[2J<b>**x**')
      .replaceAll('AMD EPYC', '\u001b]0;x\u0007<i>AMD');
    writeFileSync(join(hostile, file), text);
  }
  for (const format of ['table', 'markdown', 'json']) {
    const { stdout, stderr } = await tasktax('diff', hostile, hostile, '--format', format);
    expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]/u);
    if (format === 'markdown') expect(stdout).not.toMatch(/<b>|<i>|\*\*x/);
  }
});
