import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workloadsPath } from '../provision/places.ts';
import { tasktaxWhere } from './fixtures/tasktax.ts';

/** A user's folder with a program of theirs and a config. */
function userFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tasktax-user-'));
  writeFileSync(
    join(folder, 'mine.mjs'),
    `import ${JSON.stringify(workloadsPath('js/tasks.mjs'))};\n`,
  );
  const config = {
    suites: [
      {
        id: 'few',
        repeats: 2,
        series: [
          { workload: 'sleep', tasks: [1, 5], parameters: [{ seconds: 0.2 }] },
          { workload: 'spawn-join', tasks: [10] },
        ],
      },
    ],
    programs: [
      {
        id: 'mine',
        command: [process.execPath, './mine.mjs'],
        workloads: ['sleep'],
        versionCommand: [process.execPath, '--version'],
        environment: { MY_SETTING: 'on' },
      },
    ],
    measure: { base: ['sleep', '0.1'], mine: ['sleep', '0.2'] },
  };
  writeFileSync(join(folder, 'tasktax.config.json'), JSON.stringify(config));
  return folder;
}

const tasktax = (folder: string, ...words: readonly string[]) =>
  tasktaxWhere({ cwd: folder }, ...words);

const rows = (folder: string, file = 'runs.csv') =>
  readFileSync(join(folder, file), 'utf8').trim().split('\n').slice(1);

test('a suite and a program of the config are compared like any other', async () => {
  const folder = userFolder();
  const words = ['compare', 'few', '--runtimes', 'mine,node', '--out', 'out'];
  const { exitCode, stdout } = await tasktax(folder, ...words);
  expect(stdout).toContain('10 runs: 10 ok'); // 2 x (2 sizes by two, and "spawn-join", which mine does not claim)
  expect(exitCode).toBe(0);
  const [mine] = rows(join(folder, 'out'), 'runtimes.csv').filter((row) => row.includes('mine'));
  expect(mine).toContain(`mine@${process.versions.node}`);
  expect(mine).toContain('MY_SETTING=on');
});

test.each([
  ['of the config', [] as string[]],
  ['with --name', ['--name', 'base=sleep 0.1', '--name', 'mine=sleep 0.2']],
])('several commands %s are measured in one comparison', async (_, named) => {
  const folder = userFolder();
  const words = ['measure', ...named, '--repeats', '2', '--out', 'out'];
  const { exitCode, stdout } = await tasktax(folder, ...words);
  expect(stdout).toContain('4 runs: 4 ok');
  expect(exitCode).toBe(0);
  const order = rows(join(folder, 'out')).map((row) => /base@|mine@/.exec(row)?.[0]);
  expect(order.slice(0, 2).sort()).toEqual(['base@', 'mine@']);
  expect(readFileSync(join(folder, 'out', 'report.md'), 'utf8')).toContain('base@');
});

test('a mistake in the config is a line with its place, and nothing is run', async () => {
  const folder = userFolder();
  writeFileSync(join(folder, 'tasktax.config.json'), '{ "suites": [{ "id": "q" }], "dif": {} }');
  const { exitCode, stdout, stderr } = await tasktax(folder, 'compare', 'q');
  expect({ exitCode, stdout, lines: stderr.split('\n') }).toEqual({
    exitCode: 2,
    stdout: '',
    lines: [
      'error: tasktax.config.json: suites[0].series: must be a list of series',
      expect.stringMatching(/^error: tasktax.config.json: unknown key "dif": did you mean "diff"/),
    ],
  });
});

test('init writes a config once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tasktax-init-'));
  expect(await tasktax(folder, 'init')).toMatchObject({
    exitCode: 0,
    stdout: 'wrote tasktax.config.ts',
  });
  const written = readFileSync(join(folder, 'tasktax.config.ts'), 'utf8');
  expect(await tasktax(folder, 'init')).toMatchObject({
    exitCode: 2,
    stderr: 'error: tasktax.config.ts is there already: edit it',
  });
  expect(readFileSync(join(folder, 'tasktax.config.ts'), 'utf8')).toBe(written);
  expect(await tasktax(folder, 'measure')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/^error: missing required argument 'command': .* in the config$/),
  });
});
