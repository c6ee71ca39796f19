import { describe, expect, test } from 'vitest';
import { runRowWith } from '../analyse/run-row.fixture.ts';
import { summaryRows } from '../analyse/summary.ts';
import type { RunMetric } from '../model/metric.ts';
import { dataDictionary } from '../present/documents/data-dictionary.ts';
import { tableResource } from '../results/table-resource.ts';
import { runsTable } from '../results/tables/runs.ts';
import { measuredCells, measuredColumns, metrics, summarisedMetrics } from './all-metrics.ts';
import { formatFigure } from './format-figure.ts';
import { measuredRunWith } from './measured-run.fixture.ts';

const declared: readonly RunMetric[] = Object.values(metrics);

test('a column is a metric as soon as it has a unit', () => {
  const withUnit = Object.entries(measuredColumns).filter(([, column]) => 'unit' in column);
  expect(withUnit.map(([name]) => name).sort()).toEqual(Object.keys(metrics).sort());
});

test('no two metrics are called alike', () => {
  expect(new Set(declared.map(({ label }) => label)).size).toBe(declared.length);
});

describe.each(declared)('$name', (metric) => {
  const { name } = metric;

  test('is a column of runs.csv with its description, in the descriptor and in the dictionary', () => {
    const { description } = metrics[name as keyof typeof metrics];
    expect(runsTable.fields).toHaveProperty(name, expect.objectContaining({ description }));
    expect(JSON.stringify(tableResource(runsTable))).toContain(`"name":"${name}"`);
    expect(dataDictionary([])).toContain(`| \`${name}\` |`);
  });

  test('is computed from a run, and read from its row', () => {
    expect(measuredCells(measuredRunWith())).toHaveProperty(name);
    expect(metric.valueIn(runRowWith({ [name]: 4_096 }))).toBe(4_096);
    expect(metric.valueIn(runRowWith({ [name]: null }))).toBeNull();
  });

  test('has a format', () => expect(formatFigure[metric.unit](5)).toMatch(/5/));
});

test('summary.csv has a row for each summarised metric, in their order and with their units', () => {
  const figures = Object.fromEntries(declared.map(({ name }) => [name, 7]));
  const rows = summaryRows([runRowWith(figures)]);
  expect(rows.map(({ metric, unit }) => [metric, unit])).toEqual(
    summarisedMetrics.map(({ name, unit }) => [name, unit]),
  );
});
