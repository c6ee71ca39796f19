import type { EChartsOption } from 'echarts';
import { formatFigure } from '../../metrics/format-figure.ts';
import { formatCount } from '../../text/quantity.ts';
import type { AxisRange } from './axis-range.ts';
import type { Drawing, LinesChart } from './chart.ts';
import type { ChartFigure } from './chart-figure.ts';
import { chartFrame } from './chart-frame.ts';
import { type ChartStyle, NARROW_WIDTH, type Scale } from './chart-style.ts';
import { endLabels, LABEL_GAP, LEADER_WIDTH } from './end-labels.ts';
import { linesOf, type Plot, plotOf, type RuntimeLine, xOf } from './line-plot.ts';
import { linesLegend } from './lines-legend.ts';
import { runtimeMark } from './runtime-mark.ts';
import { namesWidth, textWidth } from './text-width.ts';
import { tooltipHtml } from './tooltip.ts';

const LEFT = 58;
const AXIS_HEIGHT = 42;

/**
 * A line for each runtime over the number of tasks, with a dot for each run. Each line has its name at its end; where
 * the chart is narrow, the names stand below it.
 */
export function drawLinesOverTasks(chart: LinesChart, style: ChartStyle): Drawing {
  const lines = linesOf(chart.figure, style.net, style.scale);
  const isNarrow = style.width < NARROW_WIDTH;
  const frame = chartFrame(chart, style);
  const names = lines.map(({ row: { runtime } }) => (isNarrow ? runtime.name : runtime.label));
  const roomForNames = namesWidth(names, style.width);
  const plot = plotOf(lines, style.scale, {
    left: LEFT,
    top: frame.top + 8,
    width: style.width - LEFT - (isNarrow ? 20 : LEADER_WIDTH + roomForNames + 4),
    height: isNarrow ? 260 : Math.max(280, lines.length * LABEL_GAP + 40),
  });
  const format = formatFigure[chart.figure.quantity];
  const typeOf = (scale: Scale) => (scale === 'log' ? ('log' as const) : ('value' as const));
  const axis = {
    axisLine: { show: true, lineStyle: { color: style.theme.muted } },
    splitLine: { show: true, lineStyle: { color: style.theme.grid } },
  };
  const bottom = plot.top + plot.height + AXIS_HEIGHT;
  const legend = linesLegend(lines, names, bottom + 8, style);
  const option: EChartsOption = {
    ...frame.option,
    title: [...frame.title],
    tooltip: { trigger: 'item', formatter: tooltipHtml, confine: true },
    grid: { left: plot.left, top: plot.top, width: plot.width, height: plot.height },
    xAxis: {
      ...axis,
      type: typeOf(plot.xScale),
      ...ticksOf({ ...plot.x, ticks: roomyTicks(chart.figure, plot) }, formatCount, style),
      name: 'tasks',
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: style.theme.muted },
    },
    yAxis: { ...axis, type: typeOf(plot.yScale), ...ticksOf(plot.y, format, style) },
    series: lines.flatMap((line) => [lineOf(line, style), runsOf(line, plot, style)]),
    graphic: isNarrow ? legend.graphic : endLabels(lines, names, roomForNames, plot, style),
  };
  return { option, height: bottom + (isNarrow ? legend.height : 0) };
}

/** The sizes that were measured, without those whose labels would touch; the largest always has its label. */
function roomyTicks({ columns }: ChartFigure, plot: Plot): readonly number[] {
  const kept: number[] = [];
  let free = Number.POSITIVE_INFINITY;
  for (const { tasks } of [...columns].sort((a, b) => b.tasks - a.tasks)) {
    const [place, half] = [xOf(tasks, plot), textWidth(formatCount(tasks), 11) / 2];
    if (tasks < plot.x.min || place + half > free) continue;
    kept.unshift(tasks);
    free = place - half - 8;
  }
  return kept;
}

function ticksOf(
  { min, max, ticks }: AxisRange,
  format: (value: number) => string,
  { theme }: ChartStyle,
) {
  return {
    min,
    max,
    axisTick: { show: true, customValues: [...ticks], lineStyle: { color: theme.muted } },
    axisLabel: { customValues: [...ticks], color: theme.muted, fontSize: 11, formatter: format },
  };
}

function lineOf({ row, points }: RuntimeLine, { theme }: ChartStyle) {
  const { color, symbol, dash } = runtimeMark(row.runtime, theme);
  return {
    type: 'line' as const,
    name: row.runtime.label,
    data: points.map(({ tasks, estimate, tooltipLines }) => ({
      value: [tasks, estimate.median],
      tooltipLines,
    })),
    symbol,
    symbolSize: 7,
    showAllSymbol: true,
    triggerEvent: true,
    lineStyle: { color, width: 1.8, type: typeof dash === 'string' ? dash : [...dash] },
    itemStyle: { color },
    emphasis: { focus: 'series' as const },
  };
}

/** The runs behind the points of a line. */
function runsOf({ row, points }: RuntimeLine, { yScale }: Plot, { theme }: ChartStyle) {
  const { color } = runtimeMark(row.runtime, theme);
  const isDrawn = (value: number) => yScale === 'linear' || value > 0;
  return {
    type: 'scatter' as const,
    name: row.runtime.label,
    silent: true,
    symbolSize: 4,
    itemStyle: { color, opacity: 0.45 },
    data: points.flatMap(({ tasks, estimate }) =>
      estimate.values.filter(isDrawn).map((value) => [tasks, value]),
    ),
  };
}
