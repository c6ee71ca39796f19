import { type RunRow, runsTable } from '../results/tables/runs.ts';
import type { SizeGroup } from './task-cost.ts';

const EMPTY = Object.fromEntries(Object.keys(runsTable.fields).map((column) => [column, null]));

/** A row of runs for tests: an ok run of 1,000 sleeping tasks, with the given changes. */
export function runRowWith(changes: Partial<RunRow>): RunRow {
  return {
    ...EMPTY,
    run_id: 'c-0001',
    comparison_id: 'c',
    machine_id: 'm',
    runtime_id: 'node@26.10.0',
    workload: 'sleep',
    tasks: 1000,
    parameters: 'seconds=10',
    repeat: 1,
    position: 1,
    started_at: '2026-01-01T00:00:00.000Z',
    status: 'ok',
    wall_seconds: 10.5,
    peak_rss_bytes: 50e6,
    sample_count: 500,
    ...changes,
  } as RunRow;
}

/** A size with one run for each block, with the given values. */
export function sizeOf(tasks: number, values: readonly number[]): SizeGroup {
  return { tasks, runs: values.map((value, index) => ({ repeat: index + 1, value })) };
}
