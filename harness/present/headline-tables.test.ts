import { expect, test } from 'vitest';
import { runRowWith } from '../analyse/run-row.fixture.ts';
import { summaryRows } from '../analyse/summary.ts';
import { loadCatalogue } from '../catalogue.ts';
import { metrics } from '../metrics/all-metrics.ts';
import { besideColumns, formatCell, formatCost, headlineTables } from './headline-tables.ts';

const { workloads } = await loadCatalogue();

function tablesOf(...runs: Parameters<typeof runRowWith>[0][]) {
  return headlineTables(summaryRows(runs.map(runRowWith)), [], workloads);
}

test('memory sorts up, speed sorts down, by the largest size', () => {
  const of = (runtime_id: string, tasks: number, value: number) => [
    { runtime_id, tasks, peak_rss_bytes: value },
    { runtime_id, tasks, workload: 'spawn', parameters: '-', tasks_per_second: value },
  ];
  const tables = tablesOf(
    ...of('a@1', 1, 5),
    ...of('a@1', 10, 90),
    ...of('b@1', 1, 50),
    ...of('b@1', 10, 60),
  );
  const order = tables.map((table) => [
    table.workload.id,
    ...table.rows.map((row) => row.runtimeId),
  ]);
  expect(order).toEqual([
    ['sleep', 'b@1', 'a@1'],
    ['spawn', 'a@1', 'b@1'],
  ]);
});

test('heap=1 is a table of its own', () => {
  const footprint = { workload: 'footprint', heap_bytes: 7e5, parked_rss_bytes: 4e7 };
  const tables = tablesOf(
    { ...footprint, parameters: 'laps=10 pause=0.1 heap=0' },
    { ...footprint, parameters: 'laps=10 pause=0.1 heap=1' },
  );
  expect(tables.map((table) => table.headline.name)).toEqual(['parked_rss_bytes', 'heap_bytes']);
});

test.each([
  ['timer', 'parked_rss_bytes', ['peak', '400 MB', 'peak / parked', '4.00']],
  ['sleep', 'peak_rss_bytes', ['while asleep', '100 MB', 'peak / parked', '4.00']],
])(
  '%s is about %s, with the other memory of its largest size beside it',
  (workload, name, told) => {
    const million = { workload, tasks: 1_000_000, parked_rss_bytes: 100e6, peak_rss_bytes: 400e6 };
    const [table] = tablesOf({ ...million, tasks: 1, peak_rss_bytes: 9e12 }, million);
    expect(table?.headline.name).toBe(name);
    const [row] = table?.rows ?? [];
    const columns = table && row ? besideColumns(table) : [];
    expect(columns.flatMap(({ head, cellOf }) => (row ? [head, cellOf(row).text] : []))).toEqual(
      told,
    );
  },
);

test('a case that was repeated with a longer sleep shows the figures, not the failures', () => {
  const [table] = tablesOf(
    { status: 'not-concurrent', peak_rss_bytes: 1 },
    { parameters: 'seconds=20', peak_rss_bytes: 50e6 },
  );
  expect(formatCell(table?.rows[0]?.cells[0], metrics.peak_rss_bytes)).toBe('~50 MB, 1 run');
});

test('cells: spread, failures, and what was not run', () => {
  const [table] = tablesOf(
    { peak_rss_bytes: 99e6 },
    { peak_rss_bytes: 100e6 },
    { peak_rss_bytes: 101e6 },
    { status: 'crashed', peak_rss_bytes: 9e12 },
    { runtime_id: 'bad@1', status: 'timeout' },
    { runtime_id: 'bad@1', tasks: 5 },
  );
  const cells = table?.rows.flatMap((row) =>
    row.cells.map((cell) => formatCell(cell, metrics.peak_rss_bytes)),
  );
  expect(cells).toContain('~100 MB (98–103), 3 runs; 1 of 4 failed');
  expect(cells).toContain('1 of 1 failed');
  expect(cells).toContain('—');
});

test('a cost that is not one number is marked', () => {
  const cost = {
    machine_id: 'm',
    runtime_id: 'a@1',
    workload: 'sleep',
    bytes_per_task: 1234.5,
    ci_low: 1231.2,
    ci_high: 1236.7,
    base_bytes: 1,
    lack_of_fit: 0.1,
    heaviest_size: 0.4,
    sizes: 4,
    runs: 12,
  };
  expect(formatCost(cost)).toBe('1,235 B (1,231–1,237)');
  expect(formatCost({ ...cost, lack_of_fit: 0.3 })).toBe('≈ 1,235 B (1,231–1,237)');
  expect(formatCost(undefined)).toBe('—');
});
