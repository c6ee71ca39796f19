import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { analyseRuns } from '../../analyse/analyse-runs.ts';
import { loadCatalogue } from '../../catalogue.ts';
import { UsageError } from '../../model/usage-error.ts';
import { readMeasurements, readResults } from '../../results/read-results.ts';
import { shortPath } from '../../results/results-path.ts';
import { mergeResults } from './merge-results.ts';
import { missingBlocks, missingBlockText } from './missing-blocks.ts';
import { type PartChanges, writeParts } from './parts.fixture.ts';

const { workloads } = await loadCatalogue();
const WANTED = { parts: 3, blocks: 7, runtimes: ['a', 'b'], sizes: [1, 10, 100, 1000] };

let root: string;
let out: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tasktax-merge-'));
  out = join(root, 'out');
});

/** Merges parts of which the second differs in some way. */
function mergeWithOdd(changes: PartChanges) {
  const folders = writeParts(root, WANTED, workloads, (part) => (part === 2 ? changes : {}));
  return mergeResults(folders, out, workloads);
}

test('the merged folder is a results folder like any other, in the order of the plan', () => {
  const folders = writeParts(root, WANTED, workloads);
  const { missing } = mergeResults([...folders].reverse(), out, workloads);
  expect(missing).toEqual([]);

  const merged = readResults(out);
  expect(merged.facts).toMatchObject({
    comparisonId: 'one-million-merged-20260101T000000000Z',
    complete: true,
    plannedRuns: 56,
    repeats: 7,
  });
  expect(merged.facts.shard).toBeUndefined();
  expect(merged.runs.map(({ position }) => position)).toEqual(
    Array.from({ length: 56 }, (_, index) => index + 1),
  );
  const parts = folders.map(readMeasurements);
  const runs = parts.flatMap((part) => part.runs).sort((a, b) => a.position - b.position);
  expect(merged.runs).toEqual(runs);
  const { summary, costs } = analyseRuns(runs, merged.machines, workloads);
  expect(merged.summary).toEqual(summary);
  expect(merged.costs).toEqual(costs);
  expect(merged.summary[0]?.machine_spread).not.toBeNull();
});

test('a run that was stopped while it was repeated with a longer sleep is still to be made', () => {
  const plan = { order: 'x', runs: 4, repeats: 2, harness: 'x', limits: 'none' };
  const runs = [
    { position: 1, status: 'ok' },
    { position: 2, status: 'not-concurrent' },
    { position: 2, status: 'interrupted' },
    { position: 3, status: 'ok' },
    { position: 4, status: 'crashed' },
  ] as const;
  expect(missingBlocks(plan, runs)).toEqual([{ block: 1, missingRuns: 1, plannedRuns: 2 }]);
});

test.each(['readings', 'samples'])('every row of %s is there once', (table) => {
  const folders = writeParts(root, WANTED, workloads);
  mergeResults(folders, out, workloads);
  const rowsIn = (folder: string) =>
    readFileSync(join(folder, `${table}.csv`), 'utf8')
      .trimEnd()
      .split('\r\n')
      .slice(1);
  expect(rowsIn(out).sort()).toEqual(folders.flatMap(rowsIn).sort());
});

test('what is merged already can be merged with the rest', () => {
  const [a = '', b = '', c = ''] = writeParts(root, WANTED, workloads);
  mergeResults([a, b, c], out, workloads);
  const [first, second] = [join(root, 'first'), join(root, 'second')];
  expect(mergeResults([a, c], first, workloads).missing.map(({ block }) => block)).toEqual([2, 5]);
  expect(readMeasurements(first).facts.complete).toBe(false);
  mergeResults([first, b], second, workloads);
  for (const table of ['runs', 'summary', 'costs']) {
    const [once, twice] = [out, second].map((folder) =>
      readFileSync(join(folder, `${table}.csv`), 'utf8'),
    );
    expect(twice).toBe(once);
  }
});

test('a block that is not whole is named, and the result is marked incomplete', () => {
  const { missing } = mergeWithOdd({
    runs: (runs) =>
      runs
        .filter(({ repeat, position }) => repeat === 2 || position <= 35)
        .map((run) => (run.position === 35 ? { ...run, status: 'interrupted' } : run)),
  });
  expect(missing.map(missingBlockText)).toEqual(['6 of 8 runs of block 5 are missing']);
  expect(readMeasurements(out).facts).toMatchObject({ complete: false, plannedRuns: 56 });
});

test('a block that two folders hold is refused', () => {
  const [a = '', b = ''] = writeParts(root, WANTED, workloads);
  expect(() => mergeResults([a, b, a], out, workloads)).toThrow(
    new UsageError(`block 1 is in both ${shortPath(a)} and ${shortPath(a)}: leave one of them out`),
  );
});

const plan = { order: 'an order', runs: 56, repeats: 7, harness: 'sources', limits: 'none' };

test.each<[string, PartChanges]>([
  ['its suite is smoke, not one-million', { facts: { suite: 'smoke' } }],
  ['its seed is 2, not 1', { facts: { seed: 2 } }],
  [
    'its harness is 0.0.0 (others), not 0.0.0 (sources)',
    { facts: { plan: { ...plan, harness: 'others' } } },
  ],
  [
    'its limit of a run is --timeout 9, not none',
    { facts: { plan: { ...plan, limits: '--timeout 9' } } },
  ],
  [
    'its cases are others (numbers of tasks or parameters)',
    { facts: { plan: { ...plan, order: 'another' } } },
  ],
  [
    'its a@1 is another executable (cdcdcdcdcdcd, not abababababab)',
    { runtime: { executable_sha256: 'cd'.repeat(32) } },
  ],
])(
  'a part of another comparison is refused with the first difference: %s',
  (difference, changes) => {
    const [first, second] = ['part-1', 'part-2'].map((name) => shortPath(join(root, name)));
    expect(() => mergeWithOdd(changes)).toThrow(
      new UsageError(
        `${second} is no part of the comparison in ${first}: ${difference}; leave it out, or measure it again in the same way`,
      ),
    );
  },
);

test('a folder that does not say what it is a part of is refused', () => {
  const [a = ''] = writeParts(root, WANTED, workloads, () => ({
    facts: { plan: undefined } as object,
  }));
  expect(() => mergeResults([a], out, workloads)).toThrow(/does not say which plan it was made by/);
});

test('a run that is not where the plan has it is refused', () => {
  expect(() =>
    mergeWithOdd({ runs: (runs) => runs.map((run) => ({ ...run, repeat: run.repeat + 1 })) }),
  ).toThrow(/is at position 9, which is not in block 3: it was edited/);
});

test('machines that do not agree stay side by side', () => {
  mergeWithOdd({ machine: { machine_id: 'other', cpu_model: 'Another CPU' } });
  const { machines, summary } = readResults(out);
  expect(machines.map(({ machine_id }) => machine_id)).toEqual(['m', 'other']);
  const peaks = summary.filter(({ metric, tasks }) => metric === 'peak_rss_bytes' && tasks === 1);
  expect(peaks.map(({ machine_id, runtime_id, runs }) => [machine_id, runtime_id, runs])).toEqual([
    ['m', 'a@1', 5],
    ['m', 'b@1', 5],
    ['other', 'a@1', 2],
    ['other', 'b@1', 2],
  ]);
});
