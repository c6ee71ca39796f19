import type { EChartsOption } from 'echarts';
import { formatFigure } from '../../metrics/format-figure.ts';
import { formatBytes } from '../../text/quantity.ts';
import { type AxisRange, linearRange, logRange } from './axis-range.ts';
import type { CurvesChart, Drawing } from './chart.ts';
import { chartFrame } from './chart-frame.ts';
import { type ChartStyle, NARROW_WIDTH } from './chart-style.ts';
import type { Curve } from './curve.ts';
import { layOutPanels } from './panel-layout.ts';
import { runtimeMark } from './runtime-mark.ts';
import { boldWidth, cutText } from './text-width.ts';
import { tooltipHtml } from './tooltip.ts';

const PANEL_HEIGHT = 92;
const LEGEND_HEIGHT = 30;
const CHECKPOINT_SYMBOLS = ['triangle', 'circle', 'diamond', 'rect'];

/** A panel for each runtime, all on the same scales: its memory over time, with its checkpoints as points. */
export function drawCurvePanels(chart: CurvesChart, style: ChartStyle): Drawing {
  const { curves } = chart;
  const { theme } = style;
  const frame = chartFrame(chart, style);
  const { panels, bottom } = layOutPanels(curves.length, {
    width: style.width - 12,
    namesWidth: 58,
    top: frame.top + LEGEND_HEIGHT + 18,
    panelHeight: PANEL_HEIGHT,
    leastWidth: style.width < NARROW_WIDTH ? 125 : 185,
    gap: { x: 18, y: 46 },
  });
  const seconds = linearRange(curves.flatMap(({ points }) => points.map(([at]) => at)));
  const bytes = curves.flatMap(({ points }) => points.map(([, value]) => value));
  const memory = style.scale === 'log' ? logRange(bytes) : linearRange(bytes);
  const checkpoints = [
    ...new Set(curves.flatMap((curve) => curve.checkpoints.map(({ name }) => name))),
  ];
  const names = panelNames(curves, panels[0]?.width ?? 0);
  const option: EChartsOption = {
    ...frame.option,
    title: [
      ...frame.title,
      ...panels.map((panel, index) => ({
        text: names[index] ?? '',
        left: panel.left - 5,
        top: panel.top - 23,
        textStyle: { color: theme.ink, fontSize: 12, fontWeight: 'bold' as const },
      })),
    ],
    tooltip: {
      trigger: 'axis',
      formatter: tooltipHtml,
      confine: true,
      axisPointer: { type: 'line' },
    },
    legend: {
      data: checkpoints,
      left: 0,
      top: frame.top,
      selectedMode: false,
      itemWidth: 9,
      itemHeight: 9,
      itemGap: 16,
      textStyle: { color: theme.ink, fontSize: 12 },
    },
    grid: panels.map(({ left, top, width }) => ({ left, top, width, height: PANEL_HEIGHT })),
    xAxis: panels.map((_, gridIndex) => ({
      type: 'value',
      gridIndex,
      ...axisOf(seconds, formatFigure.second, style, { align: true }),
      splitLine: { show: false },
    })),
    yAxis: panels.map((panel, gridIndex) => ({
      type: style.scale === 'log' ? 'log' : 'value',
      gridIndex,
      ...axisOf(memory, formatBytes, style, { labelled: panel.isFirstOfRow }),
      splitLine: { show: true, lineStyle: { color: theme.grid } },
    })),
    series: curves.flatMap((curve, index) => [
      lineOf(curve, index, style),
      ...checkpoints.map((name, place) => pointsOf(curve, index, { name, place }, style)),
    ]),
  };
  return { option, height: bottom + 28 };
}

/** The title of each panel: with versions where all of them have room, and cut where even a name alone has none. */
function panelNames(curves: readonly Curve[], panelWidth: number): readonly string[] {
  const labels = curves.map(({ runtime }) => runtime.label);
  const hasRoom = labels.every((label) => boldWidth(label) <= panelWidth);
  const names = hasRoom ? labels : curves.map(({ runtime }) => runtime.name);
  return names.map((name) => cutText(name, panelWidth, boldWidth));
}

function axisOf(
  { min, max, ticks }: AxisRange,
  format: (value: number) => string,
  { theme }: ChartStyle,
  { labelled = true, align = false }: { readonly labelled?: boolean; readonly align?: boolean },
) {
  return {
    min,
    max,
    axisLine: { show: true, lineStyle: { color: theme.muted } },
    axisTick: { show: false, customValues: [...ticks] },
    axisLabel: {
      show: labelled,
      customValues: [...ticks],
      color: theme.muted,
      fontSize: 10,
      hideOverlap: true,
      ...(align ? { alignMinLabel: 'left' as const, alignMaxLabel: 'right' as const } : {}),
      formatter: format,
    },
  };
}

function lineOf({ runtime, points }: Curve, index: number, { theme }: ChartStyle) {
  const { color } = runtimeMark(runtime, theme);
  return {
    type: 'line' as const,
    xAxisIndex: index,
    yAxisIndex: index,
    data: points.map(([seconds, bytes]) => ({
      value: [seconds, bytes],
      tooltipLines: [runtime.id, `${formatBytes(bytes)} after ${formatFigure.second(seconds)}`],
    })),
    showSymbol: false,
    emphasis: { disabled: true },
    lineStyle: { color, width: 1.5 },
    itemStyle: { color },
    areaStyle: { color, opacity: 0.18 },
  };
}

function pointsOf(
  { runtime, checkpoints }: Curve,
  index: number,
  { name, place }: { readonly name: string; readonly place: number },
  { theme }: ChartStyle,
) {
  return {
    type: 'scatter' as const,
    name,
    xAxisIndex: index,
    yAxisIndex: index,
    symbol: CHECKPOINT_SYMBOLS[place % CHECKPOINT_SYMBOLS.length] ?? 'circle',
    symbolSize: 7,
    z: 3,
    clip: false,
    emphasis: { disabled: true },
    itemStyle: { color: theme.ink, opacity: 1 },
    data: checkpoints
      .filter((checkpoint) => checkpoint.name === name)
      .map(({ seconds, bytes }) => ({
        value: [seconds, bytes],
        tooltipLines: [
          runtime.id,
          `${formatBytes(bytes)} at "${name}", after ${formatFigure.second(seconds)}`,
        ],
      })),
  };
}
