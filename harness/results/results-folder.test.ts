import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { inspectResultsFolder, prepareResultsFolder } from './results-folder.ts';
import { machinesTable } from './tables/machines.ts';
import { writeTables } from './write-tables.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tasktax-results-'));
});

const facts = {
  comparisonId: 'smoke-1',
  suite: 'smoke',
  title: 'everything once',
  createdAt: '2026-01-01T00:00:00.000Z',
  seed: 1,
  repeats: 1,
  plannedRuns: 1,
  complete: true,
  harnessVersion: '0.0.0',
};

function writeSmoke() {
  writeTables({ path: folder, workPath: join(folder, '.comparison') }, facts, [
    { table: machinesTable, portions: [] },
  ]);
}

test('an empty folder, and one that is not there yet, are fine and stay untouched', () => {
  expect(inspectResultsFolder(folder, 'smoke').holds).toBeUndefined();
  expect(inspectResultsFolder(join(folder, 'new'), 'smoke').holds).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

test('the same suite may replace its tables, another may not', () => {
  writeSmoke();
  expect(inspectResultsFolder(folder, 'smoke').holds?.complete).toBe(true);
  expect(() => inspectResultsFolder(folder, 'one-million')).toThrow(
    'holds the results of suite "smoke", not of "one-million": choose another --out',
  );
});

test("somebody else's files are not overwritten", () => {
  writeFileSync(join(folder, 'runs.csv'), 'mine');
  expect(() => inspectResultsFolder(folder, 'smoke')).toThrow(
    'holds runs.csv, which tasktax did not write: choose another --out',
  );
  writeFileSync(join(folder, 'datapackage.json'), '{"name":"other"}');
  expect(() => inspectResultsFolder(folder, 'smoke')).toThrow(
    'datapackage.json was not written by tasktax, or choose another --out',
  );
  writeFileSync(join(folder, 'datapackage.json'), 'not json');
  expect(() => inspectResultsFolder(folder, 'smoke')).toThrow(
    /datapackage.json: .*, or choose another --out/,
  );
});

test('a place that cannot be a folder is one line', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => prepareResultsFolder(inspectResultsFolder(join(file, 'x'), 'smoke'))).toThrow(
    /cannot write to .* \(ENOTDIR\): choose another --out/,
  );
});

test('writing leaves the tables and no drafts', () => {
  writeSmoke();
  expect(readdirSync(folder).sort()).toEqual(['.comparison', 'datapackage.json', 'machines.csv']);
  expect(readdirSync(join(folder, '.comparison'))).toEqual([]);
});

test("a user's own report in a folder of ours is seen before anything is measured", () => {
  writeSmoke();
  writeFileSync(join(folder, 'report.md'), '# Mine\n');
  expect(() => inspectResultsFolder(folder, 'smoke')).toThrow(
    'report.md would be overwritten, and tasktax did not write it: move it away, or choose another --out',
  );
});

test('a link in the work folder is not written through', () => {
  mkdirSync(join(folder, '.comparison'));
  symlinkSync(join(folder, 'mine'), join(folder, '.comparison', 'journal.jsonl'));
  expect(() => prepareResultsFolder(inspectResultsFolder(folder, 'smoke'))).toThrow(
    /journal.jsonl is a symbolic link, which tasktax does not write through/,
  );
  expect(readdirSync(folder)).toEqual(['.comparison']);
});
