import type { EChartsOption } from 'echarts';
import { linearRange, logRange } from './axis-range.ts';
import type { BarsChart, Drawing } from './chart.ts';
import { chartFrame } from './chart-frame.ts';
import { type Estimate, estimateOf, type Figure, type FigureRow } from './figure.ts';
import { formatQuantity } from './format-quantity.ts';
import { type Look, NARROW_WIDTH, textWidth } from './look.ts';
import { layOutPanels, type Panel } from './panel-layout.ts';
import { estimateLines, tipOf } from './tip.ts';

const ROW_HEIGHT = 21;
const BAR_HEIGHT = 13;
const TITLE_HEIGHT = 22;
const AXIS_HEIGHT = 18;
/** Right of the bars, for their figures. */
const FIGURE_WIDTH = 64;

/**
 * A panel for each column: a bar for each runtime, always in the same order, with its figure and its interval. Each panel
 * has its own scale, from zero. On a logarithmic scale, which has no zero to start from, points stand for the bars.
 */
export function drawBarPanels(chart: BarsChart, look: Look): Drawing {
  const { figure, leads } = chart;
  const { columns, rows } = figure;
  const isLog = look.scale === 'log';
  const frame = chartFrame(chart, look);
  const names = rows.map(({ runtime }) =>
    look.width < NARROW_WIDTH ? runtime.name : runtime.label,
  );
  const hasTitles = columns.some(({ title }) => title !== '');
  const { panels, bottom } = layOutPanels(columns.length, {
    width: look.width,
    namesWidth: Math.max(...names.map((name) => textWidth(name))) + 12,
    top: frame.top + (hasTitles ? TITLE_HEIGHT : 0),
    panelHeight: rows.length * ROW_HEIGHT + (isLog ? AXIS_HEIGHT : 0),
    leastWidth: 165,
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
      ...panels.map((panel, index) => panelTitle(panel, columns[index]?.title, look)),
    ],
    tooltip: { trigger: 'item', formatter: tipOf, confine: true },
    grid: grids,
    xAxis: panels.map((_, index) => valueAxis(figure, index, look)),
    yAxis: panels.map((panel, index) => ({
      type: 'category',
      gridIndex: index,
      inverse: true,
      data: names,
      axisLine: { show: !isLog, lineStyle: { color: look.theme.muted } },
      axisTick: { show: false },
      axisLabel: { show: panel.isFirstOfRow, color: look.theme.ink, interval: 0, fontSize: 12 },
      splitLine: { show: false },
    })),
    series: panels.flatMap((_, index) => [
      measures(figure, index, look),
      figures(figure, index, look),
    ]),
  };
  return { option, height: bottom + 8 };
}

function panelTitle(panel: Panel, text: string | undefined, { theme }: Look) {
  return {
    text: text ?? '',
    left: panel.left - 5,
    top: panel.top - TITLE_HEIGHT - 1,
    textStyle: { color: theme.ink, fontSize: 12, fontWeight: 'bold' as const },
  };
}

function valueAxis(figure: Figure, index: number, { theme, net, scale }: Look) {
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

function extremes(estimate: Estimate | null): readonly number[] {
  return estimate === null
    ? []
    : [estimate.median, estimate.low ?? estimate.median, estimate.high ?? estimate.median];
}

/** The bars, or points, with their intervals. */
function measures(figure: Figure, index: number, { theme, net, scale }: Look) {
  const drawn = figure.rows.map((row) => ({ row, estimate: estimateOf(row.cells[index], net) }));
  const data = drawn.map(({ row, estimate }, place) => ({
    value: scale === 'log' ? [positiveOr(estimate?.median), place] : (estimate?.median ?? '-'),
    tip: tipLines(row, index, figure, net),
  }));
  const intervals = drawn.flatMap(({ estimate }, place) => {
    if (estimate?.low == null || estimate.high == null) return [];
    if (scale === 'log' && estimate.low <= 0) return [];
    return [
      [{ coord: [estimate.low, place] }, { coord: [estimate.high, place] }] as [
        Coordinate,
        Coordinate,
      ],
    ];
  });
  const common = {
    xAxisIndex: index,
    yAxisIndex: index,
    itemStyle: { color: theme.bar, opacity: 1 },
    emphasis: { disabled: true },
    markLine: {
      silent: true,
      symbol: ['rect', 'rect'],
      symbolSize: [7, 1.2],
      lineStyle: { type: 'solid' as const, width: 1.2, color: theme.ink },
      label: { show: false },
      data: intervals,
    },
  };
  return scale === 'log'
    ? { ...common, type: 'scatter' as const, symbolSize: 8, data }
    : { ...common, type: 'bar' as const, barWidth: BAR_HEIGHT, data };
}

interface Coordinate {
  readonly coord: number[];
}

/** What a logarithmic scale cannot show is not drawn. */
function positiveOr(value: number | undefined): number | '-' {
  return value !== undefined && value > 0 ? value : '-';
}

function tipLines(
  { runtime, cells }: FigureRow,
  index: number,
  { columns, quantity }: Figure,
  net: boolean,
): readonly string[] {
  const cell = cells[index];
  const estimate = estimateOf(cell, net);
  const title = columns[index]?.title ?? '';
  const lines = cell && estimate ? estimateLines(estimate, cell, quantity) : [];
  return [runtime.id, ...(title === '' ? [] : [title]), ...lines];
}

/** The figures in words: beside each bar, past the end of its interval; for a case without one, why there is none. */
function figures(figure: Figure, index: number, { theme, net, scale }: Look) {
  const format = formatQuantity[figure.quantity];
  const starts = figure.rows.flatMap((row) => extremes(estimateOf(row.cells[index], net)));
  const start = scale === 'log' ? logStart(starts) : 0;
  const data = figure.rows.map((row, place) => {
    const cell = row.cells[index];
    const estimate = estimateOf(cell, net);
    const end = estimate === null ? start : Math.max(estimate.median, estimate.high ?? 0, start);
    return {
      value: [end, place],
      label: {
        formatter: () => (estimate === null ? (cell?.runs ?? '—') : format(estimate.median)),
        color: estimate === null ? theme.muted : theme.ink,
      },
    };
  });
  return {
    type: 'scatter' as const,
    xAxisIndex: index,
    yAxisIndex: index,
    silent: true,
    symbolSize: 0,
    itemStyle: { opacity: 1 },
    clip: false,
    label: {
      show: true,
      position: 'right' as const,
      distance: scale === 'log' ? 7 : 4,
      fontSize: 12,
      textBorderWidth: 0,
    },
    data,
  };
}

function logStart(values: readonly number[]): number {
  const positive = values.filter((value) => value > 0);
  return positive.length === 0 ? 1 : logRange(positive).min;
}
