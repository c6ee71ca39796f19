import { expect, test } from 'vitest';
import { runRowWith } from '../analyse/run-row.fixture.ts';
import { summaryRows } from '../analyse/summary.ts';
import { metrics } from '../metrics/all-metrics.ts';
import { sizesAcross } from './sizes-across.ts';

function rowsOf(...runs: Parameters<typeof runRowWith>[0][]) {
  return summaryRows(runs.map(runRowWith)).filter(
    ({ metric }) => metric === metrics.peak_rss_bytes.name,
  );
}

test('best first by the largest size; what has no figure there comes after, by the next smaller size', () => {
  const rows = rowsOf(
    { runtime_id: 'small@1', tasks: 1, peak_rss_bytes: 1 },
    { runtime_id: 'a@1', tasks: 1, peak_rss_bytes: 9 },
    { runtime_id: 'a@1', tasks: 10, peak_rss_bytes: 90 },
    { runtime_id: 'b@1', tasks: 10, peak_rss_bytes: 60 },
    { runtime_id: 'middle@1', tasks: 1, peak_rss_bytes: 5 },
  );
  const order = (better: 'lower' | 'higher') =>
    sizesAcross(rows, better).rows.map(({ runtimeId }) => runtimeId);
  expect(order('lower')).toEqual(['b@1', 'a@1', 'small@1', 'middle@1']);
  expect(order('higher')).toEqual(['a@1', 'b@1', 'middle@1', 'small@1']);
});

test('sizes go up, and a cell is empty where a runtime was not run', () => {
  const { sizes, rows } = sizesAcross(
    rowsOf({ tasks: 100 }, { tasks: 2 }, { runtime_id: 'b@1', tasks: 2 }),
    'lower',
  );
  expect(sizes).toEqual([2, 100]);
  expect(rows.find(({ runtimeId }) => runtimeId === 'b@1')?.cells[1]).toBeUndefined();
});
