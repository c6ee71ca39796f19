import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import type { RunRow } from '../record/tables/runs.ts';
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

test("failed runs and runs with the language's own accounting do not enter", () => {
  const spoilt = [
    ...runsOf({ status: 'crashed', peak_rss_bytes: 9e12 }),
    ...runsOf({ workload: 'footprint', parameters: 'laps=10 pause=0.1 heap=1' }),
  ];
  expect(costRows([...spoilt, ...runsOf({})], workloads)).toEqual(costRows(runsOf({}), workloads));
});
