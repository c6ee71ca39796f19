import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { reanalyse } from '../analyse/reanalyse.ts';
import { loadCatalogue } from '../catalogue.ts';
import { diff } from '../cli/diff.ts';
import { report } from '../cli/report.ts';
import { StorageError } from '../model/storage-error.ts';
import { UsageError } from '../model/usage-error.ts';
import { allDocuments } from '../present/documents/all-documents.ts';
import { writeSyntheticResults } from '../present/report/synthetic-results.fixture.ts';
import { repositoryRoot } from '../provision/places.ts';
import { allTables } from '../results/all-tables.ts';
import { readResults } from '../results/read-results.ts';
import { damages, writeDamaged } from './fixtures/damage.ts';

const catalogue = await loadCatalogue();
const { workloads } = catalogue;
const root = mkdtempSync(join(tmpdir(), 'tasktax-damaged-'));
const whole = join(root, 'whole');
writeSyntheticResults(whole, { runtimes: 1, sizes: [1, 10], repeats: 1, samples: 3 }, workloads);
rmSync(join(whole, '.comparison'), { recursive: true });
const tables = allTables.map(({ name }) => name);
const texts = new Map(
  readdirSync(whole).map((file) => [file, readFileSync(join(whole, file), 'utf8')] as const),
);
const wrongs = damages(tables);
let made = 0;

/** A damaged folder, beside a file and a folder that are none of its business. */
function damagedFolder(wrong: Parameters<typeof writeDamaged>[2]): string {
  made += 1;
  const place = join(root, String(made));
  mkdirSync(join(place, 'elsewhere'), { recursive: true });
  writeFileSync(join(place, 'elsewhere', 'memory-by-runtime.light.svg'), 'mine');
  writeFileSync(join(place, 'mine'), 'mine');
  writeDamaged(join(place, 'folder'), texts, wrong);
  return join(place, 'folder');
}

/** Nothing beside the folder was made, changed or deleted. */
function expectAllInPlace(folder: string): void {
  const place = join(folder, '..');
  expect(readdirSync(place).sort()).toEqual(['elsewhere', 'folder', 'mine']);
  expect(readdirSync(join(place, 'elsewhere'))).toEqual(['memory-by-runtime.light.svg']);
  expect(readFileSync(join(place, 'elsewhere', 'memory-by-runtime.light.svg'), 'utf8')).toBe(
    'mine',
  );
  expect(readFileSync(join(place, 'mine'), 'utf8')).toBe('mine');
  expect(lstatSync(join(place, 'mine')).isFile()).toBe(true);
  rmSync(place, { recursive: true });
}

const commands: Readonly<Record<string, (folder: string) => unknown>> = {
  report: (folder) => report([folder], catalogue),
  'diff from': (folder) => diff(folder, whole, { format: 'markdown' }, catalogue),
  'diff to': (folder) => diff(whole, folder, { format: 'table' }, catalogue),
  readme: (folder) =>
    allDocuments({
      readme: '',
      results: [readResults(folder)],
      published: [],
      workloads,
      sections: new Map(),
    }),
  reanalyse: (folder) => reanalyse(folder, workloads),
};

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => rmSync(root, { recursive: true }));

const refusals = new Map<string, number>();

test('1,000 damaged folders: each command does its work or says in one line why not', async () => {
  await fc.assert(
    fc.asyncProperty(wrongs, async (wrong) => {
      const folder = damagedFolder(wrong);
      for (const [name, command] of Object.entries(commands)) {
        try {
          await command(folder);
          refusals.set(`${name} ok`, (refusals.get(`${name} ok`) ?? 0) + 1);
        } catch (error) {
          if (!(error instanceof UsageError || error instanceof StorageError)) throw error;
          expect(error.message).not.toContain('\n');
          refusals.set(`${name} refused`, (refusals.get(`${name} refused`) ?? 0) + 1);
        }
      }
      expectAllInPlace(folder);
    }),
    { numRuns: Number(process.env.DAMAGED ?? 1_000) },
  );
  process.stderr.write(`${JSON.stringify([...refusals])}\n`);
}, 900_000);

test('60 of them as users meet them', async () => {
  for (const [index, wrong] of fc.sample(wrongs, 60).entries()) {
    const folder = damagedFolder(wrong);
    const words =
      [
        ['harness/cli.ts', 'report', folder],
        ['harness/cli.ts', 'diff', folder, whole],
        ['scripts/reanalyse.ts', folder],
      ][index % 3] ?? [];
    const { exitCode, stderr } = await execa(process.execPath, words, {
      cwd: repositoryRoot,
      reject: false,
      stdin: 'ignore',
    });
    expect([stderr, exitCode]).toEqual(
      exitCode === 0
        ? [expect.any(String), 0]
        : [expect.stringMatching(/^error: .*$/), expect.any(Number)],
    );
    expect([0, 1, 2]).toContain(exitCode);
    expectAllInPlace(folder);
  }
}, 900_000);
