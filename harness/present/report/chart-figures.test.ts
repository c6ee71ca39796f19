import { expect, test } from 'vitest';
import { usualGrains } from '../../analyse/grain-of.ts';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { summaryRows } from '../../analyse/summary.ts';
import { metrics } from '../../metrics/all-metrics.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { sizesAcross } from '../sizes-across.ts';
import { describeRuns, figureBySize } from './chart-figures.ts';
import { runsByCase } from './runs-by-case.ts';

const runtime = { id: 'node@26.10.0', label: 'node 26.10.0', name: 'node', hue: 0, variant: 0 };

function figureOf(...runs: readonly RunRow[]) {
  const rows = summaryRows(runs).filter(({ metric }) => metric === metrics.peak_rss_bytes.name);
  const data = {
    facts: {},
    grainOf: usualGrains,
    runsOf: runsByCase(runs),
    chartRuntimes: new Map([[runtime.id, runtime]]),
  };
  return figureBySize(sizesAcross(rows, 'lower'), metrics.peak_rss_bytes, data, true);
}

test('the largest size comes first', () => {
  const figure = figureOf(runRowWith({ tasks: 1 }), runRowWith({ tasks: 10_000 }));
  expect(figure.columns.map(({ title }) => title)).toEqual(['10,000 tasks', '1 task']);
});

test("net is each run's memory less its own at ready", () => {
  const [row] = figureOf(
    runRowWith({ peak_rss_bytes: 100e6, ready_rss_bytes: 40e6 }),
    runRowWith({ peak_rss_bytes: 110e6, ready_rss_bytes: 60e6 }),
    runRowWith({ peak_rss_bytes: 120e6, ready_rss_bytes: 50e6 }),
  ).rows;
  expect(row?.cells[0]?.absolute?.median).toBe(110e6);
  expect(row?.cells[0]?.net?.median).toBe(60e6);
  expect(row?.cells[0]?.net?.low).toBeLessThan(60e6);
});

test('a failed run changes no figure, and is told', () => {
  const ok = [runRowWith({ peak_rss_bytes: 100e6, ready_rss_bytes: 40e6 })];
  const failed = runRowWith({ status: 'crashed', peak_rss_bytes: 9e12, ready_rss_bytes: 1 });
  const [without, withFailure] = [figureOf(...ok), figureOf(...ok, failed)].map(
    ({ rows }) => rows[0]?.cells[0],
  );
  expect(withFailure).toEqual({ ...without, runs: '1 run, 1 of 2 crashed' });
  expect(figureOf(failed).rows[0]?.cells[0]).toEqual({
    absolute: null,
    net: null,
    runs: '1 of 1 crashed',
  });
});

test('each way to fail is counted by its name', () => {
  const runs = (['ok', 'ok', 'timeout', 'killed', 'killed'] as const).map((status) => ({ status }));
  expect(describeRuns(runs)).toBe('2 runs, 1 of 5 timeout, 2 of 5 killed');
});

test('runs that no single value describes are labelled with what they are', () => {
  const labelOf = (...peaks: readonly number[]) =>
    figureOf(...peaks.map((peak) => runRowWith({ peak_rss_bytes: peak * 1e6 }))).rows[0]?.cells[0]
      ?.absolute?.label;
  expect(labelOf(165, 181, 187, 240, 242, 253, 281, 289, 298, 301, 337, 339, 342, 347)).toBe(
    '165–347 MB',
  );
  expect(labelOf(66, 96, 66, 65, 97, 66, 67, 96, 95, 66, 66, 66, 96, 67)).toBe('66 or 96 MB');
  expect(labelOf(66, 66, 66, 66, 66, 66)).toBeUndefined();
});
