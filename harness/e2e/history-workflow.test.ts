// Runs the scripts of the workflow `history` as they stand, on a copy of the repository. What cannot be run here: the schedule,
// the two actions that carry the results from one job to the other, and GitHub, for which `gh` and a bare repository stand in.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import { repositoryRoot } from '../provision/places.ts';
import { FakeRunner } from './fixtures/action-steps.ts';
import { copyCheckout } from './fixtures/checkout-copy.ts';

const temporary = mkdtempSync(join(tmpdir(), 'tasktax-history-'));
const clone = join(temporary, 'clone');
const calls = join(temporary, 'calls');
const answers = join(temporary, 'answers');
const standIns = join(temporary, 'bin');
const git = (...words: readonly string[]) => execa('git', words, { cwd: clone });

// The whole suite takes ten minutes: a stand-in for Node's path makes each comparison a small one.
const SMALL = `#!/bin/sh
case "$2" in compare) set -- "$@" --tasks 1,10 --repeats 1 --sleep 0.1 ;; esac
exec '${process.execPath}' "$@"
`;

beforeAll(async () => {
  for (const folder of [answers, standIns]) mkdirSync(folder);
  cpSync(fileURLToPath(new URL('./fixtures/gh', import.meta.url)), join(standIns, 'gh'));
  await copyCheckout(clone, ':!results');
  const modules = join(clone, 'node_modules');
  await execa({ cwd: repositoryRoot })`cp -rs ${join(repositoryRoot, 'node_modules')} ${modules}`;
  await execa`rm ${join(modules, '.bin', 'node')}`;
  writeFileSync(join(modules, '.bin', 'node'), SMALL, { mode: 0o755 });
  await execa`git init --quiet --bare ${join(temporary, 'origin')}`;
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', join(temporary, 'origin'));
  await git(
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@localhost',
    'commit',
    '--quiet',
    '--allow-empty',
    '-m',
    'x',
  );
});

const runner = new FakeRunner(
  {
    PATH: [standIns, process.env.PATH].join(delimiter),
    GH_CALLS: calls,
    GH_ANSWERS: answers,
    GH_TOKEN: 'secret',
    BASE_BRANCH: 'main',
  },
  {},
);

function step(script: string, suites: string) {
  const run = `.github/workflows/history/${script}.sh ${suites}`;
  return runner.run({ id: script, run, env: {} }, clone);
}

test('releases without results are measured', async () => {
  const { exitCode, output } = await step('measure', 'node-history');
  expect(exitCode, output).toBe(0);
  expect(runner.output('steps.measure.outputs.suites')).toBe('node-history');
  expect(runner.summary()).toMatch(/^### .*three majors of Node/);
  expect(runner.summary().match(/^\| `node@/gm)).toHaveLength(3);
});

test('their tables, and nothing else that was left there, become one commit and a pull request', async () => {
  const measured = join(runner.folder, 'temp', 'history');
  mkdirSync(join(measured, 'one-million'));
  for (const file of [
    'one-million/runs.csv',
    'node-history/package.json',
    'node-history/.gitattributes',
  ]) {
    writeFileSync(join(measured, file), 'planted');
  }
  await execa`ln -s /etc/passwd ${join(measured, 'node-history', 'planted.csv')}`;
  const { exitCode, output } = await step('publish', 'node-history js-history go-history');
  expect(exitCode, output).toBe(0);
  const { stdout } = await git('show', '--name-only', '--format=%s', 'origin/history-results');
  expect(stdout.split('\n')).toEqual(
    [
      'Results of new releases',
      '',
      ...[
        'costs.csv',
        'datapackage.json',
        'machines.csv',
        'readings.csv',
        'runs.csv',
        'runtimes.csv',
      ],
      ...['samples.csv', 'summary.csv'],
    ].map((line) => (/\.(csv|json)$/.test(line) ? `results/node-history/${line}` : line)),
  );
  const called = readFileSync(calls, 'utf8');
  expect(called).toContain('argument create\nargument --base\nargument main\n');
  expect(called).toMatch(/^body ### .*three majors of Node/m);
});

test('an open pull request is renewed', async () => {
  writeFileSync(calls, '');
  writeFileSync(join(answers, 'pr-list'), '12\n');
  await git('switch', '--quiet', 'main');
  expect(await step('publish', 'node-history')).toMatchObject({ exitCode: 0 });
  expect(readFileSync(calls, 'utf8')).toContain('argument edit\nargument 12\n');
  expect(readFileSync(calls, 'utf8')).not.toContain('argument create');
});

test('once their results are committed, there is nothing to measure', async () => {
  await git('switch', '--quiet', 'history-results');
  expect(existsSync(join(clone, 'results', 'node-history', 'runs.csv'))).toBe(true);
  const { exitCode, output } = await step('measure', 'node-history');
  expect({ exitCode, output }).toEqual({ exitCode: 0, output: 'No new release to measure.' });
  expect(runner.output('steps.measure.outputs.suites')).toBe('');
});
