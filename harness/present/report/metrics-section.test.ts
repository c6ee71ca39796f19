import { expect, test } from 'vitest';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { summaryRows } from '../../analyse/summary.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { workload as lateness } from '../../workloads/lateness.ts';
import { workload as sleep } from '../../workloads/sleep.ts';
import { workload as spawn } from '../../workloads/spawn.ts';
import { headlineTables } from '../headline-tables.ts';
import { metricsSections } from './metrics-section.ts';
import { reportDataOf } from './report-data.ts';
import { runtimeRow } from './synthetic-results.fixture.ts';

const workloads = new Map([sleep, lateness, spawn].map((workload) => [workload.id, workload]));
const IDS = ['node@26.10.0', 'go@1.26.8'];

/** The sections that follow the only table of some runs. */
function sectionsOf(...runs: readonly RunRow[]) {
  const summary = summaryRows(runs);
  const [table] = headlineTables(summary, [], workloads);
  if (table === undefined) throw new Error('no table');
  const facts = { createdAt: '2026-01-01' } as Parameters<typeof reportDataOf>[0]['facts'];
  const tables = { facts, machines: [], runtimes: IDS.map(runtimeRow), summary, costs: [], runs };
  const data = reportDataOf(tables, () => ({ readings: [], samples: [] }), new Map());
  return metricsSections(table, data, { id: table.workload.id, context: '' });
}

const texts = (section: ReturnType<typeof sectionsOf>[number]) => ({
  head: section.table.head,
  rows: section.table.rows.map(({ cells }) => cells.map(({ text }) => text)),
});

test('CPU time at the largest size: to create, to wake, and everything, by which they are ranked', () => {
  const ofNode = { tasks: 1_000_000, cpu_seconds: 4, create_cpu_seconds: 1, finish_cpu_seconds: 2 };
  const [section, ...others] = sectionsOf(
    runRowWith({ tasks: 1, cpu_seconds: 9 }),
    runRowWith(ofNode),
    runRowWith({
      ...ofNode,
      runtime_id: 'go@1.26.8',
      cpu_seconds: 3,
      create_cpu_seconds: 2.5,
    }),
  );
  if (section === undefined) throw new Error('no section');
  expect(others).toEqual([]);
  expect(section.title).toBe('sleep: CPU time, 1,000,000 tasks');
  expect(section.charts.map(({ id }) => id)).toEqual(['sleep-cpu-time-by-runtime']);
  const { head, rows } = texts(section);
  expect(head.slice(3)).toEqual(['create', 'wake', 'everything']);
  expect(rows.map(([id, , , ...cells]) => [id, ...cells])).toEqual([
    ['go@1.26.8', '~2.5 s, 1 run', '~2 s, 1 run', '~3 s, 1 run'],
    ['node@26.10.0', '~1 s, 1 run', '~2 s, 1 run', '~4 s, 1 run'],
  ]);
});

test('runs of before CPU time had columns of its own have everything, in ticks', () => {
  const [section] = sectionsOf(runRowWith({ user_cpu_seconds: 1.5, system_cpu_seconds: 0.25 }));
  if (section === undefined) throw new Error('no section');
  const { head, rows } = texts(section);
  expect(head.slice(3)).toEqual(['everything']);
  expect(rows[0]?.at(-1)).toBe('~1.75 s, 1 run');
});

test('lateness has the median, the 99th percentile and the last task', () => {
  const figures = {
    lateness_p50_seconds: 0.25,
    lateness_p99_seconds: 1.5,
    lateness_max_seconds: 2,
  };
  const [section] = sectionsOf(runRowWith({ workload: 'lateness', ...figures }));
  if (section === undefined) throw new Error('no section');
  expect(texts(section).rows[0]?.slice(3)).toEqual([
    '~250 ms, 1 run',
    '~1.5 s, 1 run',
    '~2 s, 1 run',
  ]);
});

test('a table of rates, and runs without CPU time, have no such section', () => {
  expect(sectionsOf(runRowWith({ workload: 'spawn', tasks_per_second: 1e6 }))).toEqual([]);
  expect(sectionsOf(runRowWith({}))).toEqual([]);
});
