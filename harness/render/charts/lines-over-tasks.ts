import type { EChartsOption, GraphicComponentOption } from 'echarts';
import { formatCount } from '../quantity.ts';
import { type AxisRange, linearRange, logRange, shareOf } from './axis-range.ts';
import type { Drawing, LinesChart } from './chart.ts';
import { chartFrame } from './chart-frame.ts';
import { type Estimate, estimateOf, type Figure, type FigureRow } from './figure.ts';
import { formatQuantity } from './format-quantity.ts';
import { lineMark } from './line-mark.ts';
import { FONT_FAMILY, type Look, NARROW_WIDTH, type Scale, textWidth } from './look.ts';
import { spreadLabels } from './spread-labels.ts';
import { estimateLines, tipOf } from './tip.ts';

const LABEL_GAP = 14;
const LEADER_WIDTH = 20;
const LEFT = 58;
const AXIS_HEIGHT = 42;
/** An interval that is lower than this, in pixels, is hidden by its point. */
const VISIBLE_INTERVAL = 5;

/** The plot in pixels, with its axes: where a point will be, known before it is drawn. */
interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: AxisRange;
  readonly y: AxisRange;
  readonly scale: Scale;
}

interface Point {
  readonly tasks: number;
  readonly estimate: Estimate;
  readonly tip: readonly string[];
}

interface Line {
  readonly row: FigureRow;
  readonly points: readonly Point[];
}

/** A line for each runtime over the number of tasks, both axes logarithmic, each line with its name at its end. */
export function drawLinesOverTasks(chart: LinesChart, look: Look): Drawing {
  const scale = look.scale ?? 'log';
  const lines = linesOf(chart.figure, look.net, scale);
  const frame = chartFrame(chart, look);
  const names = lines.map(({ row: { runtime } }) =>
    look.width < NARROW_WIDTH ? runtime.name : runtime.label,
  );
  const namesWidth = Math.max(0, ...names.map((name) => textWidth(name))) + LEADER_WIDTH + 4;
  const plot = plotOf(lines, scale, {
    left: LEFT,
    top: frame.top + 8,
    width: look.width - LEFT - namesWidth,
    height: Math.max(280, lines.length * LABEL_GAP + 40),
  });
  const format = formatQuantity[chart.figure.quantity];
  const axis = {
    type: scale === 'log' ? ('log' as const) : ('value' as const),
    axisLine: { show: true, lineStyle: { color: look.theme.muted } },
    splitLine: { show: true, lineStyle: { color: look.theme.grid } },
  };
  const option: EChartsOption = {
    ...frame.option,
    title: [...frame.title],
    tooltip: { trigger: 'item', formatter: tipOf, confine: true },
    grid: { left: plot.left, top: plot.top, width: plot.width, height: plot.height },
    xAxis: {
      ...axis,
      ...ticksOf({ ...plot.x, ticks: roomyTicks(chart.figure, plot) }, formatCount, look),
      name: 'tasks',
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: look.theme.muted },
    },
    yAxis: { ...axis, ...ticksOf(plot.y, format, look) },
    series: lines.map((line) => seriesOf(line, plot, look)),
    graphic: endLabels(lines, names, plot, look),
  };
  return { option, height: plot.top + plot.height + AXIS_HEIGHT };
}

function linesOf({ rows, columns, quantity }: Figure, net: boolean, scale: Scale): readonly Line[] {
  return rows
    .map((row) => ({
      row,
      points: columns
        .flatMap(({ tasks, title }, index) => {
          const cell = row.cells[index];
          const estimate = estimateOf(cell, net);
          // A logarithmic axis has no place for what is not over 0.
          if (!cell || estimate === null || (scale === 'log' && estimate.median <= 0)) return [];
          return [
            {
              tasks,
              estimate,
              tip: [row.runtime.id, title, ...estimateLines(estimate, cell, quantity)],
            },
          ];
        })
        .sort((a, b) => a.tasks - b.tasks),
    }))
    .filter(({ points }) => points.length > 0);
}

function plotOf(
  lines: readonly Line[],
  scale: Scale,
  place: Pick<Plot, 'left' | 'top' | 'width' | 'height'>,
): Plot {
  const points = lines.flatMap((line) => line.points);
  const rangeOf = scale === 'log' ? logRange : linearRange;
  const sizes = points.map(({ tasks }) => tasks);
  // The axis ends where the data do: past it stand the names.
  const x = {
    ...rangeOf(sizes),
    max: Math.max(...sizes),
    ...(scale === 'log' ? { min: Math.min(...sizes) } : {}),
  };
  return { ...place, scale, x, y: rangeOf(points.map(({ estimate }) => estimate.median)) };
}

/** The sizes that were measured, less those whose labels would touch; the largest always has its own. */
function roomyTicks({ columns }: Figure, plot: Plot): readonly number[] {
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
  { theme }: Look,
) {
  return {
    min,
    max,
    axisTick: { show: true, customValues: [...ticks], lineStyle: { color: theme.muted } },
    axisLabel: { customValues: [...ticks], color: theme.muted, fontSize: 11, formatter: format },
  };
}

function seriesOf({ row, points }: Line, plot: Plot, { theme }: Look) {
  const { color, symbol, dash } = lineMark(row.runtime.place, theme);
  const heightOf = ({ low, high }: Estimate) =>
    low === null || high === null
      ? 0
      : yOf(Math.max(low, plot.y.min), plot) - yOf(Math.min(high, plot.y.max), plot);
  return {
    type: 'line' as const,
    name: row.runtime.label,
    data: points.map(({ tasks, estimate, tip }) => ({ value: [tasks, estimate.median], tip })),
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

/** The names of the lines, beside their ends and moved apart, each with a thin line to where it belongs. */
function endLabels(
  lines: readonly Line[],
  names: readonly string[],
  plot: Plot,
  { theme }: Look,
): GraphicComponentOption[] {
  const ends = lines
    .map(({ points }) => points.at(-1))
    .map((end) => ({
      x: xOf(end?.tasks ?? 0, plot),
      y: yOf(end?.estimate.median ?? 0, plot),
    }));
  const room = [plot.top - 6, plot.top + plot.height] as const;
  const places = spreadLabels(
    ends.map(({ y }) => y),
    LABEL_GAP,
    room,
  );
  const textLeft = plot.left + plot.width + LEADER_WIDTH;
  return lines.flatMap(({ row }, index): GraphicComponentOption[] => {
    const { color } = lineMark(row.runtime.place, theme);
    const { x, y } = ends[index] ?? { x: 0, y: 0 };
    const place = places[index] ?? 0;
    return [
      {
        type: 'polyline',
        silent: true,
        shape: {
          points: [
            [x + 5, y],
            [textLeft - 10, y === place ? y : place],
            [textLeft - 3, place],
          ],
        },
        style: { stroke: color, lineWidth: 1, opacity: 0.55, fill: 'none' },
      },
      {
        type: 'text',
        silent: true,
        x: textLeft,
        y: place,
        style: {
          text: names[index] ?? '',
          fill: theme.ink,
          fontSize: 12,
          fontFamily: FONT_FAMILY,
          verticalAlign: 'middle',
        },
      },
    ];
  });
}

function xOf(tasks: number, { left, width, x, scale }: Plot): number {
  return left + width * shareOf(tasks, x, scale);
}

function yOf(value: number, { top, height, y, scale }: Plot): number {
  return top + height * (1 - shareOf(value, y, scale));
}
