import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runRowWith } from '../analyse/run-row.fixture.ts';
import { MACHINE, runtimeRow } from '../present/report/synthetic-results.fixture.ts';
import { repositoryRoot } from '../provision/places.ts';
import type { ComparisonFacts } from '../results/comparison-facts.ts';
import { workPathIn } from '../results/results-path.ts';
import { machinesTable } from '../results/tables/machines.ts';
import { type RunRow, runsTable } from '../results/tables/runs.ts';
import { runtimesTable } from '../results/tables/runtimes.ts';
import { writeTables } from '../results/write-tables.ts';
import { tasktax } from './fixtures/tasktax.ts';

const temporary = mkdtempSync(join(tmpdir(), 'tasktax-diff-'));
const FACTS: ComparisonFacts = {
  comparisonId: 'c',
  suite: 'one-million',
  title: '',
  createdAt: '2026-01-01T00:00:00.000Z',
  seed: 1,
  repeats: 3,
  plannedRuns: 3,
  complete: true,
  harnessVersion: '0.1.0',
};

/** A real comparison of a program whose tasks hold so many bytes each. */
async function measured(name: string, bytesPerTask: number): Promise<string> {
  const folder = join(temporary, name);
  const { exitCode } = await tasktax(
    ...['measure', '--tasks', '100,2000,5000,10000', '--repeats', '4', '--out', folder, '--'],
    ...[
      process.execPath,
      'harness/e2e/fixtures/weighted-tasks.mjs',
      '{tasks}',
      String(bytesPerTask),
    ],
  );
  expect(exitCode).toBe(0);
  return folder;
}

/** A results folder of three runs of one case, with something about them set. */
function written(name: string, ...changes: Partial<RunRow>[]): string {
  const folder = join(temporary, name);
  const runs = changes.flatMap((change) =>
    [1, 2, 3].map((repeat) => runRowWith({ repeat, ...change })),
  );
  const numbered = runs.map((run, index) => ({ ...run, run_id: `c-${index + 1}` }));
  const runtimeIds = [...new Set(runs.map(({ runtime_id }) => runtime_id))];
  writeTables({ path: folder, workPath: workPathIn(folder) }, FACTS, [
    { table: machinesTable, portions: [[MACHINE]] },
    { table: runtimesTable, portions: [runtimeIds.map(runtimeRow)] },
    { table: runsTable, portions: [numbered] },
  ]);
  return folder;
}

describe('three real comparisons of one program', () => {
  let first: string;
  let second: string;
  let heavier: string;
  beforeAll(async () => {
    first = await measured('first', 10_000);
    second = await measured('second', 10_000);
    heavier = await measured('heavier', 12_000);
  });

  test('with itself, and with another of the same, the gate lets it pass', async () => {
    for (const after of [first, second]) {
      const { exitCode, stderr } = await tasktax('diff', first, after, '--fail-above', '5%');
      expect(stderr).toContain('surely worse by more than 5 %: 0 of 5 figures');
      expect(exitCode).toBe(0);
    }
  });

  test('a fifth more memory a task fails the gate, and is named', async () => {
    const { exitCode, stderr } = await tasktax('diff', first, heavier, '--fail-above', '5%');
    // 12,000 bytes are three pages, so that the fifth is 21 %.
    expect(stderr).toMatch(
      /^command, node.*: memory of one more task .*: worse by at least (1\d|2[01])/m,
    );
    expect(exitCode).toBe(1);
  });

  test('the other way round it is better, and without a gate nothing fails', async () => {
    const { exitCode, stdout } = await tasktax('diff', heavier, first);
    expect(stdout).toMatch(/│ +all │.*│ better +│/);
    expect(exitCode).toBe(0);
    expect((await tasktax('diff', first, heavier)).exitCode).toBe(0);
  });

  test('Markdown stresses what differs, and only that', async () => {
    const { stdout } = await tasktax('diff', first, heavier, '--format', 'markdown');
    const rows = stdout.split('\n').filter((line) => line.includes('node@'));
    expect(rows.some((row) => row.includes('**worse**'))).toBe(true);
    for (const row of rows) expect(row.includes('**')).toBe(/worse|better/.test(row));
  });

  test('JSON is whole, with the same verdicts', async () => {
    const { stdout } = await tasktax('diff', first, heavier, '--format', 'json');
    const { differences }: { differences: Record<string, unknown>[] } = JSON.parse(stdout);
    expect(differences).toHaveLength(5);
    expect(differences.at(-1)).toMatchObject({ metric: 'bytes_per_task', verdict: 'worse' });
  });
});

describe('what stands in the tables', () => {
  const before = written('before', { runtime_id: 'node@22.1.0' });

  test('another version of a runtime is held against the one there is', async () => {
    const after = written('after', { runtime_id: 'node@26.10.0' });
    const { exitCode, stdout } = await tasktax('diff', before, after);
    expect(stdout).toMatch(/│ node@22\.1\.0 → 26\.10\.0 │ +1,000 │ +50 MB │ +50 MB │/);
    expect(exitCode).toBe(0);
  });

  const foreign = written('foreign', {});
  writeFileSync(join(foreign, 'datapackage.json'), '{"name":"weather"}');
  const older = written('older', {});
  const olderRuns = readFileSync(join(older, 'runs.csv'), 'utf8');
  writeFileSync(join(older, 'runs.csv'), olderRuns.replace('tasks_per_second', 'rate'));
  const other = written('other', { runtime_id: 'node@22.1.0', parameters: 'seconds=5' });
  const several = written('several', { runtime_id: 'node@1.0.0' }, { runtime_id: 'node@2.0.0' });
  const empty = written('empty');

  test.each([
    [join(temporary, 'nowhere'), [], 'is not there: name a folder that compare or measure wrote'],
    [join(repositoryRoot, 'harness'), [], 'holds no results (no datapackage.json)'],
    [foreign, [], 'datapackage.json was not written by tasktax'],
    [older, [], 'runs.csv has no column "tasks_per_second"'],
    [
      other,
      [],
      'no common case: the parameters are sleep seconds=10 before, sleep seconds=5 after',
    ],
    [
      several,
      [],
      'cannot pair the versions of node: node@22.1.0 before, node@1.0.0, node@2.0.0 after',
    ],
    [empty, [], 'holds no run'],
    [before, ['--fail-above', '5'], 'Write a percentage, e.g. 5%.'],
    [before, ['--format', 'xml'], 'Allowed choices are table, markdown, json.'],
  ])('is refused in one line, exit code 2: %s %j', async (after, options, message) => {
    const { exitCode, stderr } = await tasktax('diff', before, after, ...options);
    expect(stderr).toContain(message);
    expect(stderr.split('\n')).toHaveLength(1);
    expect(exitCode).toBe(2);
  });
});
