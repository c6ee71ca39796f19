import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { escapeMarkup } from '../../text/escape-markup.ts';
import { drawBarPanels } from './bar-panels.ts';
import type { BarsChart, Chart, CurvesChart, LinesChart } from './chart.ts';
import type { ChartFigure } from './chart-figure.ts';
import { THEMES } from './chart-style.ts';
import { chartSvg } from './chart-svg.ts';
import { echarts } from './echarts-build.ts';

const HOSTILE = '<img src=x onerror=alert(1)>"&\'|{a|b}';

function figure(runtimes: number): ChartFigure {
  const sizes = [1_000_000, 10_000, 1];
  return {
    quantity: 'byte',
    columns: sizes.map((tasks) => ({ tasks, title: `${tasks} tasks` })),
    rows: Array.from({ length: runtimes }, (_, place) => {
      const label = place === 0 ? HOSTILE : `runtime-${place} 1.0`;
      return {
        runtime: { id: label, label, name: label, hue: place, variant: place },
        cells: sizes.map((tasks) => {
          const median = (place + 1) * (tasks + 1e4);
          const absolute = { median, low: median * 0.9, high: median * 1.1, values: [median] };
          return place === 1 ? null : { absolute, net: absolute, runs: '3 runs' };
        }),
      };
    }),
  };
}

const text = { title: `Title ${HOSTILE}`, subtitle: 'subtitle', context: HOSTILE, alt: HOSTILE };
const bars = (runtimes: number): BarsChart => ({
  ...text,
  id: 'bars',
  kind: 'bars',
  figure: figure(runtimes),
});
const lines = (runtimes: number): LinesChart => ({
  ...text,
  id: 'lines',
  kind: 'lines',
  figure: figure(runtimes),
});
const curves = (runtimes: number): CurvesChart => ({
  ...text,
  id: 'curves',
  kind: 'curves',
  curves: figure(runtimes).rows.map(({ runtime }) => ({
    runtime,
    points: [
      [0.1, 1e6],
      [1.5, 3e6],
    ],
    checkpoints: [{ name: HOSTILE, seconds: 1, bytes: 2e6 }],
  })),
});
const charts: readonly Chart[] = [2, 20].flatMap((count) => [
  bars(count),
  lines(count),
  curves(count),
]);

describe.each(charts.map((chart) => [chart.kind, chart] as const))('%s', (_, chart) => {
  test.each(['light', 'dark'] as const)(
    '%s: an image that names itself and needs nothing',
    (theme) => {
      const svg = chartSvg(chart, theme, echarts);
      expect(XMLValidator.validate(svg)).toBe(true);
      const { svg: root } = new XMLParser({
        ignoreAttributes: false,
        processEntities: false,
      }).parse(svg);
      expect(root['@_role']).toBe('img');
      expect(root['@_aria-labelledby']).toBe(`${root.title['@_id']} ${root.desc['@_id']}`);
      expect(root.title['#text']).toBe(escapeMarkup(text.title));
      expect(root.desc['#text']).toBe(escapeMarkup(text.alt));
      expect(svg).not.toMatch(/@font-face|<script|<style|<image|<a\b|href=|@import/i);
      expect(svg.replaceAll(/xmlns(:xlink)?="http:[^"]*"/g, '')).not.toMatch(/https?:/);
      // Clipping to a part of the image itself is all that a url may be for.
      expect(svg.replaceAll(/url\(#zr-[\w-]+\)/g, '')).not.toContain('url(');
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  test('the same bytes, whatever was drawn before', () => {
    const first = chartSvg(chart, 'light', echarts);
    for (const other of charts) chartSvg(other, 'dark', echarts);
    expect(chartSvg(chart, 'light', echarts)).toBe(first);
  });
});

test('a figure for each cell, and a dash where a runtime was not run', () => {
  const svg = chartSvg(bars(3), 'light', echarts);
  expect(svg).toContain('>3.03 MB</text>');
  expect(svg.match(/>—<\/text>/g)).toHaveLength(3);
});

test.each(['linear', 'log'] as const)(
  'on a %s scale the values stand in a column, right of every bar, run and interval',
  (scale) => {
    const [medians, chart] = [[1, 2, 6], bars(3)];
    const ofCosts = {
      quantity: 'byte/task',
      columns: [{ tasks: 0, title: '' }],
      rows: chart.figure.rows.map(({ runtime }, place) => {
        const median = medians[place] ?? 0;
        const estimate = { median, low: median / 2, high: median * 3, values: [] };
        return { runtime, cells: [{ absolute: estimate, net: estimate, runs: '9 runs' }] };
      }),
    } as const;
    const style = { theme: THEMES.light, net: false, scale, width: 700, titled: true };
    const { option } = drawBarPanels({ ...chart, figure: ofCosts }, style);
    const [axis] = [option.xAxis].flat();
    const labels = [option.series].flat().at(-1);
    const end = axis && 'max' in axis ? axis.max : undefined;
    expect(labels?.data).toMatchObject([0, 1, 2].map((place) => ({ value: [end, place] })));
    expect(labels).toMatchObject({ label: { position: 'right' } });
  },
);
