import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { fromCsv, toCsv } from '../results/csv.ts';
import { costsTable } from '../results/tables/costs.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { costRows } from './costs.ts';
import { runRowWith } from './run-row.fixture.ts';

const { workloads } = await loadCatalogue();

function runsOf(changes: Partial<RunRow>) {
  return [1, 10_000, 100_000, 1_000_000].map((tasks) =>
    runRowWith({ tasks, peak_rss_bytes: 40e6 + 800 * tasks, ...changes }),
  );
}

test('a row for each runtime and workload whose tasks are alive at once', () => {
  const runs = [...runsOf({}), ...runsOf({ runtime_id: 'bun@1.4.5' })];
  const rows = costRows(runs, workloads);
  expect(rows.map((row) => row.runtime_id)).toEqual(['node@26.10.0', 'bun@1.4.5']);
  expect(rows[0]).toMatchObject({ sizes: 4, runs: 4 });
  expect(rows[0]?.bytes_per_task).toBeCloseTo(800, 6);
  expect(rows[0]?.base_bytes).toBeCloseTo(40e6, 0);
});

test('a workload that is about speed has no cost in memory', () => {
  expect(costRows(runsOf({ workload: 'spawn' }), workloads)).toEqual([]);
});

test('memory that does not grow is a row that can be read back', () => {
  const rows = costRows(runsOf({ peak_rss_bytes: 40e6 }), workloads);
  expect(rows).toMatchObject([{ bytes_per_task: 0, lack_of_fit: null }]);
  expect(fromCsv(costsTable, toCsv(costsTable, rows))).toEqual(rows);
});

test('a cost is of whole blocks: where repeat 1 failed at one size, that of the others counts for none', () => {
  const slopes = [900, 800, 810, 820];
  const runs = slopes.flatMap((slope, index) =>
    [1, 10_000, 100_000, 1_000_000].map((tasks) =>
      runRowWith({
        tasks,
        repeat: index + 1,
        status: index === 0 && tasks === 1_000_000 ? 'killed' : 'ok',
        peak_rss_bytes: 40e6 + slope * tasks,
      }),
    ),
  );
  const [cost] = costRows(runs, workloads);
  const whole = costRows(
    runs.filter(({ repeat }) => repeat > 1),
    workloads,
  )[0];
  expect([cost?.ci_low, cost?.ci_high]).toEqual([whole?.ci_low, whole?.ci_high]);
});

test("failed runs and runs with the language's own accounting do not enter", () => {
  const spoilt = [
    ...runsOf({ status: 'crashed', peak_rss_bytes: 9e12 }),
    ...runsOf({ workload: 'footprint', parameters: 'laps=10 pause=0.1 heap=1' }),
  ];
  expect(costRows([...spoilt, ...runsOf({})], workloads)).toEqual(costRows(runsOf({}), workloads));
});
