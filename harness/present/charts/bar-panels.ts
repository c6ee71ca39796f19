import type { EChartsOption } from 'echarts';
import { linearRange, logRange } from './axis-range.ts';
import { barLabels, barsOf, extremes } from './bar-series.ts';
import type { BarsChart, Drawing } from './chart.ts';
import { type ChartFigure, estimateOf } from './chart-figure.ts';
import { chartFrame } from './chart-frame.ts';
import { type ChartStyle, NARROW_WIDTH } from './chart-style.ts';
import { formatQuantity } from './format-quantity.ts';
import { layOutPanels, type Panel } from './panel-layout.ts';
import { namesWidth } from './text-width.ts';
import { tooltipHtml } from './tooltip.ts';

const ROW_HEIGHT = 21;
const TITLE_HEIGHT = 22;
const AXIS_HEIGHT = 18;
/** Right of the bars, for their values. */
const FIGURE_WIDTH = 64;

/**
 * A panel for each column, with a bar for each runtime, its value and its interval, in the same order everywhere. Each
 * panel has its own scale from zero. A logarithmic scale has no zero, so points replace the bars.
 */
export function drawBarPanels(chart: BarsChart, style: ChartStyle): Drawing {
  const { figure, leads } = chart;
  const { columns, rows } = figure;
  const isLog = style.scale === 'log';
  const frame = chartFrame(chart, style);
  const names = rows.map(({ runtime }) =>
    style.width < NARROW_WIDTH ? runtime.name : runtime.label,
  );
  const roomForNames = namesWidth(names, style.width);
  const hasTitles = columns.some(({ title }) => title !== '');
  const { panels, bottom } = layOutPanels(columns.length, {
    width: style.width,
    namesWidth: roomForNames + 12,
    top: frame.top + (hasTitles ? TITLE_HEIGHT : 0),
    panelHeight: rows.length * ROW_HEIGHT + (isLog ? AXIS_HEIGHT : 0),
    leastWidth: 150,
    gap: { x: 14, y: 14 + TITLE_HEIGHT },
    leads,
  });
  const grids = panels.map((panel) => ({
    left: panel.left,
    top: panel.top,
    width: panel.width - FIGURE_WIDTH,
    height: rows.length * ROW_HEIGHT,
  }));
  const option: EChartsOption = {
    ...frame.option,
    title: [
      ...frame.title,
      ...panels.map((panel, index) => panelTitle(panel, columns[index]?.title, style)),
    ],
    tooltip: { trigger: 'item', formatter: tooltipHtml, confine: true },
    grid: grids,
    xAxis: panels.map((_, index) => valueAxis(figure, index, style)),
    yAxis: panels.map((panel, index) => ({
      type: 'category',
      gridIndex: index,
      inverse: true,
      data: names,
      axisLine: { show: !isLog, lineStyle: { color: style.theme.muted } },
      axisTick: { show: false },
      axisLabel: {
        show: panel.isFirstOfRow,
        color: style.theme.ink,
        interval: 0,
        fontSize: 12,
        width: roomForNames,
        overflow: 'truncate',
      },
      splitLine: { show: false },
    })),
    series: panels.flatMap((_, index) => [
      barsOf(figure, index, style),
      barLabels(figure, index, style),
    ]),
  };
  return { option, height: bottom + 8 };
}

function panelTitle(panel: Panel, text: string | undefined, { theme }: ChartStyle) {
  return {
    text: text ?? '',
    left: panel.left - 5,
    top: panel.top - TITLE_HEIGHT - 1,
    textStyle: { color: theme.ink, fontSize: 12, fontWeight: 'bold' as const },
  };
}

function valueAxis(figure: ChartFigure, index: number, { theme, net, scale }: ChartStyle) {
  const values = figure.rows.flatMap((row) => extremes(estimateOf(row.cells[index], net)));
  const positive = values.filter((value) => value > 0);
  const isLog = scale === 'log' && positive.length > 0;
  const { min, max, ticks } = isLog
    ? logRange(positive)
    : { ...linearRange(values), max: Math.max(0, ...values) || 1 };
  // An interval may reach below zero.
  return {
    type: isLog ? ('log' as const) : ('value' as const),
    gridIndex: index,
    min: isLog ? min : Math.min(0, ...values),
    max,
    axisLine: { show: false },
    axisTick: { show: false, customValues: [...ticks] },
    splitLine: { show: isLog, lineStyle: { color: theme.grid } },
    axisLabel: {
      show: isLog,
      customValues: [...ticks],
      color: theme.muted,
      fontSize: 11,
      hideOverlap: true,
      formatter: (value: number) => formatQuantity[figure.quantity](value),
    },
  };
}
