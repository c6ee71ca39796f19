import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { reanalyse } from '../compare/reanalyse.ts';
import { UsageError } from '../model/usage-error.ts';
import { repositoryRoot } from '../provision/places.ts';
import { readMeasurements, readResults } from './read-results.ts';
import { SCHEMA_VERSION } from './schema-version.ts';

const { workloads } = await loadCatalogue();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tasktax-edited-'));
  cpSync(join(repositoryRoot, 'results', 'one-million'), folder, { recursive: true });
});

function edit(file: string, change: (text: string) => string) {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function editDescriptor(change: (descriptor: Descriptor) => object) {
  edit('datapackage.json', (text) => JSON.stringify(change(JSON.parse(text))));
}

function editFacts(change: (facts: object) => object) {
  editDescriptor((descriptor) => ({ ...descriptor, tasktax: change(descriptor.tasktax) }));
}

function folderAt(file: string) {
  rmSync(join(folder, file));
  mkdirSync(join(folder, file));
}

interface Descriptor {
  readonly tasktax: object;
  readonly resources: readonly {
    readonly name: string;
    readonly schema: { readonly fields: readonly { readonly name: string }[] };
  }[];
}

test('as written', () => {
  expect(readResults(folder).facts.suite).toBe('one-million');
});

describe('edited by hand: one line that names the folder, the file and the place', () => {
  const edits: readonly [string, () => void, string | RegExp][] = [
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
    ["somebody else's", () => edit('datapackage.json', () => '{}'), 'was not written by tasktax'],
    ['a folder for the descriptor', () => folderAt('datapackage.json'), 'is not a file'],
    ['a folder for a table', () => folderAt('runs.csv'), 'runs.csv is not a file'],
    ['null', () => edit('datapackage.json', () => 'null'), 'was not written by tasktax'],
    ['no facts', () => editFacts(() => ({})), 'datapackage.json, "tasktax.comparisonId": '],
    [
      'a fact of another type',
      () => editFacts((facts) => ({ ...facts, createdAt: 5 })),
      'datapackage.json, "tasktax.createdAt": ',
    ],
    [
      'an id that is a path',
      () => editFacts((facts) => ({ ...facts, comparisonId: '../../x' })),
      'datapackage.json, "tasktax.comparisonId": ',
    ],
    [
      'no task',
      () => edit('summary.csv', (text) => text.replace(/,sleep,\d+,/, ',sleep,0,')),
      'summary.csv, line 2: "tasks" is "0", less than 1',
    ],
    [
      'a median beyond all bounds',
      () => edit('summary.csv', (text) => text.replace(/(,byte,\d+,\d+,\d+,)\d+/, '$11e308')),
      'summary.csv, line 2: "median" is "1e+308", more than 1000000000000000',
    ],
    [
      'a run that stands there twice',
      () => edit('runs.csv', (text) => text.replace(/\r\n(.*\r\n)/, '\r\n$1$1')),
      'runs.csv, line 3: "run_id" is the same as in line 2',
    ],
    [
      'a run on no machine',
      () => edit('machines.csv', (text) => text.replace(/\r\n\w+/, '\r\nother')),
      /runs.csv, line 2: "machine_id" is "\w+", which machines.csv does not have/,
    ],
    [
      'parameters that are none',
      () => edit('runs.csv', (text) => text.replace(',seconds=10,', ',seconds,')),
      '"parameters" is "seconds", not of the form',
    ],
    ['nothing at all', () => rmSync(folder, { recursive: true }), 'is not there: name a folder'],
  ];
  test.each(edits)('%s', (_, change, message) => {
    change();
    expect(() => readResults(folder)).toThrow(UsageError);
    expect(() => readResults(folder)).toThrow(`${folder}: `);
    expect(() => readResults(folder)).toThrow(message);
  });
});

describe('folders of other versions', () => {
  /** The folder as a version without a column had written it, or with one that we do not know. */
  function editColumns(
    table: string,
    change: (cells: readonly string[], names: readonly string[]) => readonly string[],
  ) {
    const path = join(folder, `${table}.csv`);
    const [head = '', ...lines] = readFileSync(path, 'utf8').split('\r\n');
    const names = head.split(',');
    const changed = [head, ...lines.slice(0, -1)].map((line) => change(line.split(','), names));
    writeFileSync(path, changed.map((cells) => `${cells.join(',')}\r\n`).join(''));
    editDescriptor((descriptor) => ({
      ...descriptor,
      resources: descriptor.resources.map((resource) =>
        resource.name === table
          ? { ...resource, schema: { fields: change(names, names).map((name) => ({ name })) } }
          : resource,
      ),
    }));
  }

  test('a column that may be empty, and is not there yet, is empty', () => {
    editColumns('runs', (cells, names) => cells.toSpliced(names.indexOf('threads_peak'), 1));
    const { runs } = readResults(folder);
    expect(runs.length).toBeGreaterThan(100);
    expect(new Set(runs.map(({ threads_peak }) => threads_peak))).toEqual(new Set([null]));
  });

  test('a column that must be there is missed', () => {
    editColumns('runs', (cells, names) => cells.toSpliced(names.indexOf('status'), 1));
    expect(() => readResults(folder)).toThrow('runs.csv has no column "status"');
  });

  test('a column that this version does not know is left out', () => {
    const before = readResults(folder).runs;
    editColumns('runs', (cells) => [...cells, cells[0] === 'run_id' ? 'constructor' : '7']);
    expect(readResults(folder).runs).toEqual(before);
  });

  test('a newer schema is refused in a line that names the version to read it with', () => {
    editFacts((facts) => ({
      ...facts,
      schemaVersion: 99,
      writtenBy: '7.8.9',
      suite: { new: 'form' },
    }));
    expect(() => readResults(folder)).toThrow(
      `${folder}: written by tasktax 7.8.9, with a newer schema than this version can read (99, not 2): read it with tasktax 7.8.9`,
    );
  });

  test('analysed anew, a folder is in the current schema, with the same runs, and nothing is left beside', () => {
    const before = readResults(folder);
    const files = readdirSync(folder);
    editColumns('samples', (cells) => [...cells, 'x']);
    reanalyse(folder, workloads);
    const after = readResults(folder);
    expect(after.source.schemaVersion).toBe(SCHEMA_VERSION);
    expect([after.runs, after.summary, after.costs]).toEqual([
      before.runs,
      before.summary,
      before.costs,
    ]);
    expect(readFileSync(join(folder, 'samples.csv'), 'utf8')).toBe(
      readFileSync(join(repositoryRoot, 'results', 'one-million', 'samples.csv'), 'utf8'),
    );
    expect(readdirSync(folder)).toEqual(files);
  });

  test('what cannot be analysed anew stays as it is', () => {
    edit('samples.csv', (text) => text.replace(/,(\d+),(\d*)\r\n$/, ',-$1,$2\r\n'));
    const before = readdirSync(folder)
      .filter((file) => file.endsWith('.csv'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(() => reanalyse(folder, workloads)).toThrow(
      /samples.csv, line 31620: "rss_bytes" is "-\d+", less than 0/,
    );
    expect(
      readdirSync(folder)
        .filter((file) => file.endsWith('.csv'))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    ).toEqual(before);
  });
});

test('texts are one plain line, whatever the folder holds', () => {
  edit('runs.csv', (text) => text.replace(/,ok,,/, ',crashed,\u001b[31mred\u0007 \u202eback,'));
  expect(
    readMeasurements(folder).runs.find(({ status_detail }) => status_detail)?.status_detail,
  ).toBe('red back');
});
