import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { loadCatalogue } from '../../catalogue.ts';
import { type PartChanges, writeParts } from '../../compare/merge/parts.fixture.ts';
import { repositoryRoot } from '../../provision/places.ts';
import { checkResults } from './check-results.ts';

const { workloads } = await loadCatalogue();
const WANTED = { parts: 1, blocks: 3, runtimes: ['a'], sizes: [1, 10] };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tasktax-check-'));
});

/** What is wrong with a made-up folder. */
function faultsOf({ facts, ...changes }: PartChanges = {}, damage = (_: string) => {}) {
  const whole = { shard: undefined, ...facts } as object;
  const [folder = ''] = writeParts(root, WANTED, workloads, () => ({ ...changes, facts: whole }));
  damage(folder);
  return checkResults(folder, workloads);
}

test.each(['one-million', 'asyncio-cost', 'one-million-timers'])(
  'the committed results of %s are accepted',
  (suite) => {
    expect(checkResults(join(repositoryRoot, 'results', suite), workloads)).toEqual([]);
  },
);

test('a made-up folder that proves everything is accepted', () => {
  expect(faultsOf()).toEqual([]);
});

test('runs without the counts that prove them, the first few by name', () => {
  expect(
    faultsOf({ runs: (runs) => runs.map((run) => ({ ...run, started: null, finished: null })) }),
  ).toEqual([
    expect.stringMatching(/^run \S+-000001 is "ok" with no count of tasks started and no count of/),
    expect.stringMatching(/^run \S+-000002 /),
    expect.stringMatching(/^run \S+-000003 /),
    '3 more "ok" runs are not proven',
  ]);
});

test('a run that was never read at its end, and one whose tasks were not alive at once', () => {
  const damage = (folder: string) => {
    const path = join(folder, 'readings.csv');
    const lines = readFileSync(path, 'utf8').split('\r\n');
    const kept = lines.filter((line) => !line.includes('-000002,finished'));
    writeFileSync(path, kept.join('\r\n'));
  };
  const runs: PartChanges['runs'] = (planned) =>
    planned.map((run) => (run.position === 4 ? { ...run, live_peak: 9 } : run));
  expect(faultsOf({ runs }, damage)).toEqual([
    expect.stringMatching(/-000002 is "ok" without a reading at "finished"$/),
    expect.stringMatching(/-000004 is "ok" with 9 of 10 tasks alive at once$/),
  ]);
});

test('missing runs, and a part of a whole', () => {
  expect(
    faultsOf({ facts: { shard: { index: 1, of: 2 } }, runs: (runs) => runs.slice(0, -1) }),
  ).toEqual([
    'incomplete: 5 of 6 planned runs were made; continue with --resume',
    'only shard 1 of 2: merge it with the others (npm run merge)',
  ]);
});

test('a noisy machine', () => {
  const runs: PartChanges['runs'] = (planned) =>
    planned.map((run) => (run.position <= 2 ? { ...run, noise_flags: 'steal' } : run));
  expect(faultsOf({ runs })).toEqual([expect.stringMatching(/^noisy: 2 of 6 runs .* than 20 %/)]);
});

test('tables that do not follow from the runs', () => {
  const damage = (folder: string) => {
    const path = join(folder, 'summary.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/,byte,3,/, ',byte,4,'));
  };
  expect(faultsOf({}, damage)).toEqual([
    expect.stringMatching(/^summary\.csv does not follow from runs\.csv/),
  ]);
});

test('a damaged file is named with its line', () => {
  const damage = (folder: string) => {
    const path = join(folder, 'samples.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/,4\d+,1\r\n/, ',much,1\r\n'));
  };
  expect(faultsOf({}, damage)).toEqual([
    expect.stringMatching(/samples\.csv, line 2: "rss_bytes" is "much"/),
  ]);
});
