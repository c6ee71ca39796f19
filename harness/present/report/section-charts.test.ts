import { expect, test } from 'vitest';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { summaryRows } from '../../analyse/summary.ts';
import { loadCatalogue } from '../../catalogue.ts';
import { machineRowWith } from '../../results/machine-row.fixture.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { headlineTables } from '../headline-tables.ts';
import { reportDataOf } from './report-data.ts';
import { sectionCharts } from './section-charts.ts';
import { sectionFigures } from './section-figures.ts';

const { workloads } = await loadCatalogue();

/** The charts of a section on these runs. */
function chartsOf(runs: readonly RunRow[]) {
  const summary = summaryRows(runs);
  const [table] = headlineTables(summary, [], workloads);
  if (table === undefined) throw new Error('there is a table');
  const facts = {
    comparisonId: 'c',
    suite: 'a-suite',
    title: 'A suite',
    createdAt: '2026-01-01T00:00:00.000Z',
    seed: 1,
    repeats: 1,
    plannedRuns: runs.length,
    complete: true,
    harnessVersion: '0.0.0',
  };
  const runtimes = [
    {
      runtime_id: 'node@26.10.0',
      runtime: 'node',
      version: '26.10.0',
      executable_sha256: '0'.repeat(64),
      source: 'made up',
      command: 'made up',
      raised_limit: null,
      task_limit: null,
      task_limit_reason: null,
      variant: null,
    },
  ];
  const results = { facts, machines: [machineRowWith({})], runtimes, runs, summary, costs: [] };
  const noCurves = () => ({ readings: [], samples: [] });
  const data = reportDataOf(results, noCurves, new Map());
  return sectionCharts(table, sectionFigures(table, data), 'here');
}

test('charged memory stands beside resident memory, with what it includes', () => {
  const charts = chartsOf([runRowWith({ peak_rss_bytes: 50e6, charged_peak_bytes: 80e6 })]);
  const chart = charts.find(({ id }) => id === 'charged-memory');
  expect(chart).toMatchObject({
    kind: 'bars',
    figure: {
      columns: [{ title: 'resident' }, { title: 'charged' }],
      rows: [{ cells: [{ absolute: { median: 50e6 } }, { absolute: { median: 80e6 } }] }],
    },
  });
  expect(chart?.subtitle).toMatch(/page tables.*page cache/);
});

test('without control groups there is no such chart', () => {
  const charts = chartsOf([runRowWith({ charged_peak_bytes: null })]);
  expect(charts.map(({ id }) => id)).toContain('memory-by-runtime');
  expect(charts.map(({ id }) => id)).not.toContain('charged-memory');
});
