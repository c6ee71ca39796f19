import { mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { onPath } from '../provision/on-path.ts';
import { fromCsv } from '../results/csv.ts';
import { runsTable } from '../results/tables/runs.ts';
import { runtimesTable } from '../results/tables/runtimes.ts';
import { startFakeComparison } from './fixtures/start-fake-comparison.ts';
import { tasktax } from './fixtures/tasktax.ts';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tasktax-untrusted-'));
  out = join(folder, 'out');
});

const table = (name: string) => readFileSync(join(out, `${name}.csv`), 'utf8');
/** All but the line ends that we write ourselves. */
const CONTROLS = /[\p{Cc}\p{Cf}]/u;
const withoutLineEnds = (text: string) => text.replace(/\r?\n/g, '');

test('what a program says last reaches terminal and tables as plain text', async () => {
  const plan = { kinds: ['colours-its-last-words'], sizes: [1], repeats: 1, seconds: 0.01, out };
  const { stdout, stderr } = await startFakeComparison(plan);
  expect(stderr).toContain('crashed (exit code 1, after "ready": =HYPERLINK("x") <b>|)');
  expect(withoutLineEnds(stdout + stderr)).not.toMatch(CONTROLS);
  expect(withoutLineEnds(table('runs'))).not.toMatch(CONTROLS);
});

test('the name of a command is no formula in any table, and comes back as it is', async () => {
  const formula = join(folder, '=1+1');
  symlinkSync((await onPath('sleep')) ?? '/bin/sleep', formula);
  const { exitCode, stdout } = await tasktax(
    ...['measure', '--repeats', '1', '--out', out, '--', formula, '0.3'],
  );
  expect(exitCode).toBe(0);
  expect(stdout).toContain('=1+1@sha256-');
  const cells = ['runtimes', 'runs', 'summary'].flatMap((name) => table(name).split(/,|\r\n/));
  // A number below 0 is one; `-` stands for no parameters.
  const texts = cells.filter((cell) => cell !== '-' && Number.isNaN(Number(cell)));
  expect(texts.filter((text) => /^[=+@-]/.test(text))).toEqual([]);
  const [runtime] = fromCsv(runtimesTable, table('runtimes'));
  expect(runtime?.runtime).toBe('=1+1');
  expect(fromCsv(runsTable, table('runs'))[0]?.runtime_id).toBe(runtime?.runtime_id);
});

test('nor does an error line say to the terminal what it was told', async () => {
  const { exitCode, stderr } = await tasktax(
    ...['compare', 'a\u001b[2J\u0007b', '--runtimes', 'x\u001b]0;y\u0007'],
  );
  expect(stderr).toMatch(/^error: unknown suite "a b": known: /);
  expect(stderr).not.toMatch(CONTROLS);
  expect(exitCode).toBe(2);
});
