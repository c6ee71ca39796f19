import { expect, test } from 'vitest';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { summaryRows } from '../../analyse/summary.ts';
import { loadCatalogue } from '../../catalogue.ts';
import { headlineTables } from '../headline-tables.ts';
import { runsByCase } from '../report/runs-by-case.ts';
import { answerLine } from './answer-line.ts';

const { workloads } = await loadCatalogue();

/** The answer about runtimes by their peaks in MB. */
function answer(peaks: Readonly<Record<string, readonly number[]>>): string | undefined {
  const runs = Object.entries(peaks).flatMap(([runtime_id, values]) =>
    values.map((value, index) =>
      runRowWith({ runtime_id, repeat: index + 1, peak_rss_bytes: value * 1e6 }),
    ),
  );
  const [table] = headlineTables(summaryRows(runs), [], workloads);
  return table && answerLine(table, runsByCase(runs));
}

test('where the interval decides, a ratio', () => {
  expect(answer({ 'node@26.1.0': [100, 101, 99], 'bun@1.4.0': [70, 70.5, 69.5] })).toMatch(
    /^sleep: bun needs 0\.700 \(0\.6\d+–0\.7\d+\) times the peak memory of node at 1,000 tasks$/,
  );
});

test.each([
  [
    'noisy',
    { 'a@1': [100, 130, 90], 'b@1': [105, 125, 95], 'c@1': [500, 505, 502] },
    'a 100 MB (66–169), b 105 MB (76–152); no reasonable number of runs would tell',
  ],
  [
    'few',
    { 'a@1': [100], 'b@1': [105] },
    'a 100 MB, b 105 MB; at least 3 ok runs of each are needed',
  ],
])(
  'where it does not, since runs are %s, that it cannot be told, and what would tell',
  (_, peaks, end) => {
    expect(answer(peaks)).toBe(
      `sleep: which has the lowest peak memory at 1,000 tasks cannot be told from these runs: ${end}`,
    );
  },
);

test('versions are named where one runtime is there twice', () => {
  expect(answer({ 'node@26': [100, 101, 99], 'node@24': [70, 70.5, 69.5] })).toContain(
    'times the peak memory of node@26',
  );
});

test('one runtime has nothing to be compared with', () => {
  expect(answer({ 'node@26': [100, 101, 99] })).toBeUndefined();
});
