import { expect, test } from 'vitest';
import { costRows } from '../analyse/costs.ts';
import { runRowWith } from '../analyse/run-row.fixture.ts';
import { summaryRows } from '../analyse/summary.ts';
import { loadCatalogue } from '../catalogue.ts';
import { figureNotes } from './figure-notes.ts';
import { headlineTables } from './headline-tables.ts';

const { workloads } = await loadCatalogue();

/** The notes on sizes whose runs have these factors as noise. */
function notesOn(sizes: readonly number[], ...factors: readonly number[]): readonly string[] {
  const runs = sizes.flatMap((tasks) =>
    factors.map((factor, index) =>
      runRowWith({ tasks, repeat: index + 1, peak_rss_bytes: factor * (50e6 + 900 * tasks) }),
    ),
  );
  const tables = headlineTables(summaryRows(runs), costRows(runs, workloads), workloads);
  return tables.flatMap(figureNotes);
}

test('settled figures need no note', () => {
  expect(notesOn([1], 1, 1, 1, 1, 1, 1)).toEqual([]);
});

test('three runs are too few', () => {
  expect(notesOn([1], 1, 1, 1)).toEqual(['~: fewer than 6 runs settle no figure.']);
});

test('what is not settled is named, with what would settle it', () => {
  expect(notesOn([1], 1, 1.04, 0.96, 1.02, 0.98, 1)).toEqual([
    '~, not settled: node@26.10.0 with 1 task (about 18 more would settle it).',
  ]);
});

test('of many, the first are named', () => {
  const sizes = [1, 2, 3, 4, 5, 6, 7, 8];
  const [note] = notesOn(sizes, 1, 1.04, 0.96, 1.02, 0.98, 1);
  expect(note).toMatch(/with 6 tasks \(about 18 more would settle it\) and 2 more\.$/);
});

test('a cost that one size decides says so', () => {
  const six = [1, 1, 1, 1, 1, 1];
  expect(notesOn([1, 10_000, 100_000, 1_000_000], ...six)).toEqual([
    'One size has 94 % of the weight in the cost of a task: it is the slope between that size and the others.',
  ]);
  expect(notesOn([1, 10_000, 100_000, 500_000, 750_000, 1_000_000], ...six)).toEqual([]);
});
