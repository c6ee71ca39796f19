import type { EChartsOption } from 'echarts';
import { formatCount } from '../../text/quantity.ts';
import type { AxisRange } from './axis-range.ts';
import type { Drawing, LinesChart } from './chart.ts';
import type { ChartFigure, Estimate } from './chart-figure.ts';
import { chartFrame } from './chart-frame.ts';
import { type ChartStyle, NARROW_WIDTH } from './chart-style.ts';
import { endLabels, LABEL_GAP, LEADER_WIDTH } from './end-labels.ts';
import { formatQuantity } from './format-quantity.ts';
import { lineMark } from './line-mark.ts';
import { linesOf, type Plot, plotOf, type RuntimeLine, xOf, yOf } from './line-plot.ts';
import { namesWidth, textWidth } from './text-width.ts';
import { tooltipHtml } from './tooltip.ts';

const LEFT = 58;
const AXIS_HEIGHT = 42;
/** An interval of fewer pixels is hidden by its point. */
const VISIBLE_INTERVAL = 5;

/** A line for each runtime over the number of tasks, both axes logarithmic, each line with its name at its end. */
export function drawLinesOverTasks(chart: LinesChart, style: ChartStyle): Drawing {
  const scale = style.scale ?? 'log';
  const lines = linesOf(chart.figure, style.net, scale);
  const frame = chartFrame(chart, style);
  const names = lines.map(({ row: { runtime } }) =>
    style.width < NARROW_WIDTH ? runtime.name : runtime.label,
  );
  const roomForNames = namesWidth(names, style.width);
  const plot = plotOf(lines, scale, {
    left: LEFT,
    top: frame.top + 8,
    width: style.width - LEFT - LEADER_WIDTH - roomForNames - 4,
    height: Math.max(280, lines.length * LABEL_GAP + 40),
  });
  const format = formatQuantity[chart.figure.quantity];
  const axis = {
    type: scale === 'log' ? ('log' as const) : ('value' as const),
    axisLine: { show: true, lineStyle: { color: style.theme.muted } },
    splitLine: { show: true, lineStyle: { color: style.theme.grid } },
  };
  const option: EChartsOption = {
    ...frame.option,
    title: [...frame.title],
    tooltip: { trigger: 'item', formatter: tooltipHtml, confine: true },
    grid: { left: plot.left, top: plot.top, width: plot.width, height: plot.height },
    xAxis: {
      ...axis,
      ...ticksOf({ ...plot.x, ticks: roomyTicks(chart.figure, plot) }, formatCount, style),
      name: 'tasks',
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: style.theme.muted },
    },
    yAxis: { ...axis, ...ticksOf(plot.y, format, style) },
    series: lines.map((line) => seriesOf(line, plot, style)),
    graphic: endLabels(lines, names, roomForNames, plot, style),
  };
  return { option, height: plot.top + plot.height + AXIS_HEIGHT };
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

function seriesOf({ row, points }: RuntimeLine, plot: Plot, { theme }: ChartStyle) {
  const { color, symbol, dash } = lineMark(row.runtime.place, theme);
  const heightOf = ({ low, high }: Estimate) =>
    low === null || high === null
      ? 0
      : yOf(Math.max(low, plot.y.min), plot) - yOf(Math.min(high, plot.y.max), plot);
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
    lineStyle: { color, width: 1.8, type: dash },
    itemStyle: { color },
    emphasis: { focus: 'series' as const },
    markLine: {
      silent: true,
      symbol: ['rect', 'rect'],
      symbolSize: [7, 1.2],
      lineStyle: { type: 'solid' as const, width: 1.2, color },
      label: { show: false },
      data: points
        .filter(({ estimate }) => heightOf(estimate) >= VISIBLE_INTERVAL)
        .map(
          ({ tasks, estimate }) =>
            [
              { coord: [tasks, Math.max(estimate.low ?? 0, plot.y.min)] },
              { coord: [tasks, Math.min(estimate.high ?? 0, plot.y.max)] },
            ] as [{ coord: number[] }, { coord: number[] }],
        ),
    },
  };
}
