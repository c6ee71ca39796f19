import { expect, test } from 'vitest';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { summaryRows } from '../../analyse/summary.ts';
import { loadCatalogue } from '../../catalogue.ts';
import { headlineTables } from '../headline-tables.ts';
import { missingCostLine, stoppedLine, terminalTables } from './outcome-summary.ts';
import { plainStyle } from './style.ts';

const { workloads } = await loadCatalogue();

function tablesOf(sizes: readonly number[]) {
  const runs = sizes.flatMap((tasks) => [1, 2, 3].map((repeat) => runRowWith({ tasks, repeat })));
  return headlineTables(summaryRows(runs), [], workloads);
}

test.each([40, 60, 80, 120])('at %d columns, tables are as few as fit', (width) => {
  const sizes = [1, 10, 100, 1_000, 10_000, 100_000];
  const lines = terminalTables(tablesOf(sizes), [], width, plainStyle).split('\n');
  const tables = lines.filter((line) => line.startsWith('┌'));
  for (const line of tables) expect(line.length).toBeLessThanOrEqual(width);
  const columns = tables.map((line) => line.split('┬').length - 1);
  expect(columns.reduce((sum, count) => sum + count, 0)).toBe(sizes.length);
  if (width === 120) expect(tables.length).toBeLessThanOrEqual(2);
});

test('a sign of the tables is explained once, where it stands, and nowhere else', () => {
  const drawn = (repeats: number) => {
    const peaks = [1e8, 1.1e8, 1.2e8].slice(0, repeats);
    const runs = peaks.map((peak_rss_bytes, index) =>
      runRowWith({ peak_rss_bytes, repeat: index + 1, position: index + 1 }),
    );
    return terminalTables(headlineTables(summaryRows(runs), [], workloads), [], 80, plainStyle);
  };
  expect(drawn(3).match(/^\(…–…\) /gm)).toHaveLength(1);
  expect(drawn(1)).not.toContain('(…');
  expect(drawn(3)).not.toContain('≈');
});

test('fewer than four sizes: why there is no cost of a task', () => {
  const lineOf = (sizes: readonly number[]) => tablesOf(sizes).map(missingCostLine)[0];
  expect(lineOf([1, 10])).toContain('at least 4 numbers of tasks, and there are 2');
  expect(lineOf([1])).toContain('there is 1;');
  expect(lineOf([1, 10, 100, 1000])).toBeUndefined();
});

test('a comparison that was stopped says how to go on', () => {
  const runs = [runRowWith({}), runRowWith({ position: 2, status: 'interrupted' })];
  expect(stoppedLine(runs, 6, 'npm run compare -- quick --resume')).toBe(
    'stopped: 1 of 6 runs are made; to continue: npm run compare -- quick --resume',
  );
});
