import { expect, test } from 'vitest';
import { runRowWith } from '../analyse/run-row.fixture.ts';
import { summaryRows } from '../analyse/summary.ts';
import { verdictCell, verdictWords } from './verdict-words.ts';

/** The words and the cell for runs with these peaks in MB. */
function wordsOf(...peaks: readonly number[]): readonly string[] {
  const runs = peaks.map((peak, index) =>
    runRowWith({ repeat: index + 1, peak_rss_bytes: peak * 1e6 }),
  );
  const row = summaryRows(runs).find(({ metric }) => metric === 'peak_rss_bytes');
  return row === undefined ? [] : [verdictWords(row, 'byte'), verdictCell(row, 'byte')];
}

test('what is settled, with its interval and its runs', () => {
  expect(wordsOf(99, 100, 101, 100, 100, 100.5)).toEqual([
    '100.0 MB (99.0–101.0)',
    '100.0 MB (99.0–101.0), 6 runs',
  ]);
});

test('what three runs say is marked as not settled', () => {
  expect(wordsOf(99, 100, 101)[1]).toBe('~100 MB (98–103), 3 runs');
});

test('two modes, and how often each', () => {
  const both = 'about 66 MB (9 of 14 runs) or 96 MB (5 of 14)';
  const peaks = [66, 96, 66, 65, 97, 66, 67, 96, 95, 66, 66, 66, 96, 67];
  expect(wordsOf(...peaks)).toEqual([both, both]);
});

test('a spread, with the half of the runs that is in the middle', () => {
  const peaks = [165, 181, 187, 240, 242, 253, 281, 289, 298, 301, 337, 339, 342, 347];
  expect(wordsOf(...peaks)).toEqual([
    'between 165 and 347 MB, depending on the run',
    'between 165 and 347 MB, depending on the run; half of 14 runs: 241–328 MB',
  ]);
});
