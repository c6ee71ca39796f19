import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../model/usage-error.ts';
import { repositoryRoot } from '../provision/places.ts';
import { readResults } from './read-results.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tasktax-edited-'));
  cpSync(join(repositoryRoot, 'results', 'one-million'), folder, { recursive: true });
});

function edit(file: string, change: (text: string) => string) {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

test('as written', () => {
  expect(readResults(folder).facts.suite).toBe('one-million');
});

describe('edited by hand: one line that names the folder, the file and the place', () => {
  const edits: readonly [string, () => void, string][] = [
    [
      'a figure',
      () => edit('summary.csv', (text) => text.replace(/(\r\n.*),byte,\d+,/, '$1,byte,many,')),
      'summary.csv, line 2: "runs" is "many", not an integer',
    ],
    [
      'a column renamed',
      () => edit('costs.csv', (text) => text.replace('lack_of_fit', 'misfit')),
      'costs.csv has no column "lack_of_fit"',
    ],
    ['a table gone', () => rmSync(join(folder, 'runtimes.csv')), 'runtimes.csv cannot be read'],
    ['half a descriptor', () => edit('datapackage.json', (t) => t.slice(0, 99)), 'datapackage'],
    ["somebody else's", () => edit('datapackage.json', () => '{}'), 'is not one of tasktax'],
    ['nothing at all', () => rmSync(folder, { recursive: true }), 'is not there: name a folder'],
  ];
  test.each(edits)('%s', (_, change, message) => {
    change();
    expect(() => readResults(folder)).toThrow(UsageError);
    expect(() => readResults(folder)).toThrow(`${folder}: `);
    expect(() => readResults(folder)).toThrow(message);
  });
});
