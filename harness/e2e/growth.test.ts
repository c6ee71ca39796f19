import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { execa } from 'execa';
import { beforeAll, describe, expect, test } from 'vitest';
import { repositoryRoot } from '../provision/places.ts';

// Adds one of each to a copy of the tree, touching only the files that harness/README.md names, and uses them all.

const copy = mkdtempSync(join(tmpdir(), 'tasktax-growth-'));
const inCopy = (path: string) => join(copy, path);

async function git(...words: readonly string[]): Promise<string> {
  return (await execa('git', words, { cwd: copy })).stdout;
}

function run(script: string, ...words: readonly string[]) {
  return execa(process.execPath, [script, ...words], {
    cwd: copy,
    reject: false,
    stdin: 'ignore',
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(inCopy(path)), { recursive: true });
  writeFileSync(inCopy(path), text);
}

function edit(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(inCopy(path), 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${path} has nothing like ${from}`);
  writeFileSync(inCopy(path), edited);
}

function rowsOf(path: string): readonly Record<string, string>[] {
  return parse(readFileSync(inCopy(path), 'utf8'), { columns: true });
}

/** The files that a change to the copy has touched since the last call. */
async function touched(): Promise<readonly string[]> {
  await git('add', '--all');
  const files = (await git('diff', '--cached', '--name-only')).split('\n').filter(Boolean);
  await git('commit', '--quiet', '--message', 'grown');
  return files;
}

beforeAll(async () => {
  const tracked = await execa('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: repositoryRoot,
  });
  for (const file of tracked.stdout.split('\n')) {
    cpSync(join(repositoryRoot, file), inCopy(file), { force: true });
  }
  symlinkSync(join(repositoryRoot, 'node_modules'), inCopy('node_modules'));
  await git('init', '--quiet');
  await git('config', 'user.name', 'test');
  await git('config', 'user.email', 'test@example.org');
  appendFileSync(inCopy('.gitignore'), '\nnode_modules\n');
  await touched();
});

describe('the tree grows where harness/README.md says', () => {
  test('a runtime: its file, and its program', async () => {
    write(
      'harness/runtimes/copycat.ts',
      `import type { Runtime } from '../model/runtime.ts';
import { bareEnvironment } from '../provision/child-environment.ts';
import { workloadsPath } from '../provision/places.ts';

export const runtime: Runtime = {
  id: 'copycat',
  title: 'Copycat',
  locate: async () => ({
    version: '1.0.0',
    source: 'this test',
    executable: process.execPath,
    prepare: async () => ({
      command: [process.execPath, workloadsPath('copycat/tasks.mjs')],
      environment: bareEnvironment,
    }),
  }),
};
`,
    );
    const program = readFileSync(inCopy('workloads/js/tasks.mjs'), 'utf8');
    write('workloads/copycat/tasks.mjs', program.replaceAll("from './", "from '../js/"));
    expect(await touched()).toEqual(['harness/runtimes/copycat.ts', 'workloads/copycat/tasks.mjs']);

    const { stdout } = await run('harness/cli.ts', 'runtimes');
    expect(stdout).toMatch(/copycat +1\.0\.0 +this test/);
  });

  test('a workload: its file, and a function in each program', async () => {
    write(
      'harness/workloads/nap.ts',
      `import type { Workload } from '../model/workload.ts';
import { workload as sleep } from './sleep.ts';

export const workload: Workload = { ...sleep, id: 'nap', title: 'N tasks that nap', parameters: { seconds: 0.2 } };
`,
    );
    edit('workloads/copycat/tasks.mjs', /^ {2}sleep: (.*)$/m, '  sleep: $1\n\n  nap: $1');
    expect(await touched()).toEqual(['harness/workloads/nap.ts', 'workloads/copycat/tasks.mjs']);
  });

  test('a suite: its file', async () => {
    write(
      'harness/suites/naps.ts',
      `import type { Suite } from '../model/suite.ts';

export const suite: Suite = {
  id: 'naps',
  title: 'naps of all sizes',
  repeats: 3,
  series: [{ workload: 'nap', sizes: [1, 100, 200, 400] }],
};
`,
    );
    expect(await touched()).toEqual(['harness/suites/naps.ts']);
  });

  test('a metric: its declaration, and a line in the list', async () => {
    write(
      'harness/metrics/faults-per-task.ts',
      `import { defineMetrics } from './define-metrics.ts';
import { NO_STEP } from './grains.ts';

export const faultsPerTask = defineMetrics({
  faults_per_task: {
    type: 'number',
    description: 'Page faults up to the last checkpoint, divided by the tasks',
    label: 'page faults a task',
    unit: '1',
    grain: NO_STEP,
    better: 'lower',
    isSummarised: true,
    of: (run) => (run.readings.at(-1)?.minorFaults ?? 0) / run.planned.case.tasks,
  },
});
`,
    );
    const list = 'harness/metrics/all-metrics.ts';
    edit(list, /^/, "import { faultsPerTask } from './faults-per-task.ts';\n");
    edit(list, /(\.\.\.faultsAndSwitches,)/g, '$1\n  ...faultsPerTask,');
    expect(await touched()).toEqual([list, 'harness/metrics/faults-per-task.ts']);
  });

  test('a column that is no metric and may be empty: its declaration', async () => {
    const file = 'harness/metrics/instrument-quality.ts';
    const column = `instrument_mood: { type: 'string', description: 'How it felt', of: () => null as string | null },`;
    edit(file, /(export const instrumentQuality = \{)/, `$1\n  ${column}`);
    expect(await touched()).toEqual([file]);
  });

  test('the types of the grown tree hold', async () => {
    const { exitCode, stdout } = await execa('npx', ['tsc'], { cwd: copy, reject: false });
    expect(stdout).toBe('');
    expect(exitCode).toBe(0);
  });

  test('compare measures it, with the new columns', async () => {
    const out = ['--runtimes', 'copycat', '--out', 'results/naps'];
    const { exitCode, stderr } = await run('harness/cli.ts', 'compare', 'naps', ...out);
    expect(stderr).not.toContain('error');
    expect(exitCode).toBe(0);
    const runs = rowsOf('results/naps/runs.csv');
    expect(runs).toHaveLength(12);
    for (const row of runs) {
      expect(row).toMatchObject({ status: 'ok', runtime_id: 'copycat@1.0.0', instrument_mood: '' });
      expect(Number(row.faults_per_task)).toBeGreaterThan(0);
    }
    const metrics = rowsOf('results/naps/summary.csv').map(({ metric }) => metric);
    expect(metrics).toContain('faults_per_task');
    expect(readFileSync(inCopy('results/naps/report.md'), 'utf8')).toContain('naps of all sizes');
  });

  test.each([
    ['every committed folder is reported', ['harness/cli.ts', 'report']],
    ['the documents are written', ['scripts/readme-tables.ts']],
    [
      'summaries are computed anew',
      ['scripts/reanalyse.ts', 'results/naps', 'results/one-million'],
    ],
    [
      'it differs in nothing from itself',
      ['harness/cli.ts', 'diff', 'results/naps', 'results/naps'],
    ],
  ])('%s', async (_, [script = '', ...words]) => {
    const { exitCode, stderr } = await run(script, ...words);
    expect(stderr).not.toContain('error');
    expect(exitCode).toBe(0);
  });

  test('the data dictionary knows the new columns', () => {
    const dictionary = readFileSync(inCopy('results/README.md'), 'utf8');
    expect(dictionary).toContain('| `faults_per_task` | number | Page faults');
    expect(dictionary).toContain('| `instrument_mood` | string | How it felt |');
  });

  test('harness/README.md names each of the files', () => {
    const map = readFileSync(join(repositoryRoot, 'harness/README.md'), 'utf8');
    for (const file of [
      'harness/runtimes/NAME.ts',
      'workloads/NAME/',
      'harness/workloads/NAME.ts',
      'harness/suites/NAME.ts',
      'harness/metrics/all-metrics.ts',
      'harness/metrics/instrument-quality.ts',
    ]) {
      expect(map).toContain(`\`${file}\``);
    }
  });
});
