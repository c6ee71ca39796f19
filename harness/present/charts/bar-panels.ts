import type { EChartsOption } from 'echarts';
import { formatFigure } from '../../metrics/format-figure.ts';
import { linearRange, logRange, suitableScale } from './axis-range.ts';
import { type BarStyle, barLabels, barsOf, extremes, runsOf } from './bar-series.ts';
import type { BarsChart, Drawing } from './chart.ts';
import { type ChartFigure, estimateOf } from './chart-figure.ts';
import { chartFrame } from './chart-frame.ts';
import { type ChartStyle, NARROW_WIDTH } from './chart-style.ts';
import { layOutPanels, type Panel } from './panel-layout.ts';
import { namesWidth, textWidth } from './text-width.ts';
import { tooltipHtml } from './tooltip.ts';

const ROW_HEIGHT = 21;
/** With the name above the bar, so that a phone has its width for the bars. */
const NARROW_ROW_HEIGHT = 40;
const TITLE_HEIGHT = 22;
const AXIS_HEIGHT = 18;
/** Right of the bars, for their values; more where a label needs it. */
const FIGURE_WIDTH = 64;
const LABEL_DISTANCE = 10;

/**
 * A panel for each column, with a bar for each runtime, a dot for each run and the value, in the same order everywhere.
 * Each panel has its own range; all have the scale that suits the widest of them. A logarithmic scale has no zero, so
 * points replace the bars.
 */
export function drawBarPanels(chart: BarsChart, style: ChartStyle): Drawing {
  const { figure } = chart;
  const { columns, rows } = figure;
  const barStyle: BarStyle = { ...style, scale: style.scale ?? scaleOf(figure, style.net) };
  const isLog = barStyle.scale === 'log';
  const isNarrow = style.width < NARROW_WIDTH;
  const rowHeight = isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
  const frame = chartFrame(chart, style);
  const names = rows.map(({ runtime }) => runtime.label);
  const roomForNames = isNarrow ? style.width : namesWidth(names, style.width);
  const roomForFigures = Math.max(FIGURE_WIDTH, ...labelWidths(figure, style.net));
  const hasTitles = columns.some(({ title }) => title !== '');
  const { panels, bottom } = layOutPanels(columns.length, {
    width: style.width,
    namesWidth: isNarrow ? 8 : roomForNames + 12,
    top: frame.top + (hasTitles ? TITLE_HEIGHT : 0),
    panelHeight: rows.length * rowHeight + (isLog ? AXIS_HEIGHT : 0),
    leastWidth: isNarrow ? style.width : 150,
    gap: { x: 14, y: 14 + TITLE_HEIGHT },
  });
  const axes = panels.map((_, index) => valueAxis(figure, index, barStyle));
  const grids = panels.map((panel) => ({
    left: panel.left,
    top: panel.top,
    width: panel.width - roomForFigures,
    height: rows.length * rowHeight,
  }));
  const option: EChartsOption = {
    ...frame.option,
    title: [
      ...frame.title,
      ...panels.map((panel, index) => panelTitle(panel, columns[index]?.title, style)),
    ],
    tooltip: { trigger: 'item', formatter: tooltipHtml, confine: true },
    grid: grids,
    xAxis: axes,
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
        ...(isNarrow ? NAME_ABOVE : {}),
      },
      splitLine: { show: false },
    })),
    series: axes.flatMap(({ min, max }, index) => [
      barsOf(figure, index, barStyle),
      runsOf(figure, index, barStyle, [min, max]),
      barLabels(figure, index, barStyle, [min, max]),
    ]),
  };
  return { option, height: bottom + 8 };
}

/** What the labels need that say more than one value. */
function labelWidths({ rows }: ChartFigure, net: boolean): readonly number[] {
  const estimates = rows.flatMap(({ cells }) => cells.map((cell) => estimateOf(cell, net)));
  return estimates.flatMap((estimate) =>
    estimate?.label === undefined ? [] : [textWidth(estimate.label) + LABEL_DISTANCE],
  );
}

const NAME_ABOVE = {
  inside: true,
  margin: 0,
  verticalAlign: 'bottom' as const,
  padding: [0, 0, 10, 0],
};

function scaleOf({ columns, rows }: ChartFigure, net: boolean) {
  const scales = columns.map((_, index) => {
    const estimates = rows.map((row) => estimateOf(row.cells[index], net));
    return suitableScale(estimates.flatMap((estimate) => estimate?.median ?? []));
  });
  return scales.includes('log') ? 'log' : 'linear';
}

function panelTitle(panel: Panel, text: string | undefined, { theme }: ChartStyle) {
  return {
    text: text ?? '',
    left: panel.left - 5,
    top: panel.top - TITLE_HEIGHT - 1,
    textStyle: { color: theme.ink, fontSize: 12, fontWeight: 'bold' as const },
  };
}

function valueAxis(figure: ChartFigure, index: number, { theme, net, scale }: BarStyle) {
  const values = figure.rows.flatMap((row) => extremes(estimateOf(row.cells[index], net)));
  const positive = values.filter((value) => value > 0);
  const isLog = scale === 'log' && positive.length > 0;
  const { min, max, ticks } = isLog
    ? logRange(positive)
    : { ...linearRange(values), max: Math.max(0, ...values) || 1 };
  // A slope may lie below zero.
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
      formatter: (value: number) => formatFigure[figure.quantity](value),
    },
  };
}
