import type { EChartsOption } from 'echarts';
import { formatBytes } from '../../text/quantity.ts';
import { type AxisRange, linearRange, logRange } from './axis-range.ts';
import type { CurvesChart, Drawing } from './chart.ts';
import { chartFrame } from './chart-frame.ts';
import { type Look, NARROW_WIDTH } from './chart-style.ts';
import type { Curve } from './curve.ts';
import { formatQuantity } from './format-quantity.ts';
import { layOutPanels } from './panel-layout.ts';
import { tipOf } from './tip.ts';

const PANEL_HEIGHT = 92;
const LEGEND_HEIGHT = 30;
const CHECKPOINT_SYMBOLS = ['triangle', 'circle', 'diamond', 'rect'];

/** A panel for each runtime, all on the same scales: its memory over time, with its checkpoints as points. */
export function drawCurvePanels(chart: CurvesChart, look: Look): Drawing {
  const { curves } = chart;
  const { theme } = look;
  const frame = chartFrame(chart, look);
  const { panels, bottom } = layOutPanels(curves.length, {
    width: look.width - 12,
    namesWidth: 58,
    top: frame.top + LEGEND_HEIGHT + 18,
    panelHeight: PANEL_HEIGHT,
    leastWidth: look.width < NARROW_WIDTH ? 125 : 185,
    gap: { x: 18, y: 46 },
    leads: false,
  });
  const seconds = linearRange(curves.flatMap(({ points }) => points.map(([at]) => at)));
  const bytes = curves.flatMap(({ points }) => points.map(([, value]) => value));
  const memory = look.scale === 'log' ? logRange(bytes) : linearRange(bytes);
  const checkpoints = [
    ...new Set(curves.flatMap((curve) => curve.checkpoints.map(({ name }) => name))),
  ];
  const option: EChartsOption = {
    ...frame.option,
    title: [
      ...frame.title,
      ...panels.map((panel, index) => ({
        text: nameOf(curves[index], look),
        left: panel.left - 5,
        top: panel.top - 23,
        textStyle: {
          color: theme.ink,
          fontSize: 12,
          fontWeight: 'bold' as const,
          width: panel.width,
          overflow: 'truncate' as const,
        },
      })),
    ],
    tooltip: { trigger: 'axis', formatter: tipOf, confine: true, axisPointer: { type: 'line' } },
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
      ...axisOf(seconds, formatQuantity.second, look, { align: true }),
      splitLine: { show: false },
    })),
    yAxis: panels.map((panel, gridIndex) => ({
      type: look.scale === 'log' ? 'log' : 'value',
      gridIndex,
      ...axisOf(memory, formatBytes, look, { labelled: panel.isFirstOfRow }),
      splitLine: { show: true, lineStyle: { color: theme.grid } },
    })),
    series: curves.flatMap((curve, index) => [
      lineOf(curve, index, look),
      ...checkpoints.map((name, place) => pointsOf(curve, index, { name, place }, look)),
    ]),
  };
  return { option, height: bottom + 28 };
}

function nameOf(curve: Curve | undefined, { width }: Look): string {
  return (width < NARROW_WIDTH ? curve?.runtime.name : curve?.runtime.label) ?? '';
}

function axisOf(
  { min, max, ticks }: AxisRange,
  format: (value: number) => string,
  { theme }: Look,
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

function lineOf({ runtime, points }: Curve, index: number, { theme }: Look) {
  return {
    type: 'line' as const,
    xAxisIndex: index,
    yAxisIndex: index,
    data: points.map(([seconds, bytes]) => ({
      value: [seconds, bytes],
      tip: [runtime.id, `${formatBytes(bytes)} after ${formatQuantity.second(seconds)}`],
    })),
    showSymbol: false,
    emphasis: { disabled: true },
    lineStyle: { color: theme.bar, width: 1.5 },
    itemStyle: { color: theme.bar },
    areaStyle: { color: theme.bar, opacity: 0.18 },
  };
}

function pointsOf(
  { runtime, checkpoints }: Curve,
  index: number,
  { name, place }: { readonly name: string; readonly place: number },
  { theme }: Look,
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
        tip: [
          runtime.id,
          `${formatBytes(bytes)} at "${name}", after ${formatQuantity.second(seconds)}`,
        ],
      })),
  };
}
