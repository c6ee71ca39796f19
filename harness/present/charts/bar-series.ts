import { formatFigure } from '../../metrics/format-figure.ts';
import type { Unit } from '../../model/metric.ts';
import { type ChartFigure, type Estimate, estimateOf, type FigureRow } from './chart-figure.ts';
import type { Scale, Theme } from './chart-style.ts';
import { runtimeMark } from './runtime-mark.ts';
import { estimateLines } from './tooltip.ts';

const BAR_HEIGHT = 12;
const RUN_SIZE = 5;
/** Of a bar that ends at a median that no single run need be near: the dots say more. */
const FAINT = 0.35;

/** How the bars of a chart are drawn. */
export interface BarStyle {
  readonly theme: Theme;
  readonly net: boolean;
  readonly scale: Scale;
}

/** All that an estimate needs of its axis: the median and the runs. An interval never sets a scale. */
export function extremes(estimate: Estimate | null): readonly number[] {
  return estimate === null ? [] : [estimate.median, ...estimate.values];
}

/** A panel's bars, or points where the scale has no zero; pointing at one dims the others. */
export function barsOf(figure: ChartFigure, index: number, { theme, net, scale }: BarStyle) {
  const data = figure.rows.map((row, place) => {
    const estimate = estimateOf(row.cells[index], net);
    const median = estimate?.median;
    const { color, symbol } = runtimeMark(row.runtime, theme);
    return {
      value: scale === 'log' ? [positiveOr(median), place] : (median ?? '-'),
      symbol,
      itemStyle: { color, opacity: estimate?.label === undefined ? 1 : FAINT },
      tooltipLines: barTooltip(row, index, figure, net),
    };
  });
  const common = {
    xAxisIndex: index,
    yAxisIndex: index,
    emphasis: { focus: 'self' as const, itemStyle: { color: 'inherit' } },
    blur: { itemStyle: { opacity: 0.25 } },
    data,
  };
  return scale === 'log'
    ? { ...common, type: 'scatter' as const, symbolSize: 10 }
    : { ...common, type: 'bar' as const, barWidth: BAR_HEIGHT };
}

/** A dot for each run, over the bars; for what no single run has, the interval as far as the axis goes. */
export function runsOf(
  figure: ChartFigure,
  index: number,
  { theme, net, scale }: BarStyle,
  [low, high]: readonly [number, number],
) {
  const estimates = figure.rows.map((row) => estimateOf(row.cells[index], net));
  const isDrawn = (value: number) => scale === 'linear' || value > 0;
  return {
    type: 'scatter' as const,
    xAxisIndex: index,
    yAxisIndex: index,
    silent: true,
    symbolSize: RUN_SIZE,
    clip: false,
    // Beneath a point, but over a bar.
    z: scale === 'log' ? 1 : 3,
    data: estimates.flatMap((estimate, place) =>
      (estimate?.values ?? []).filter(isDrawn).map((value) => ({
        value: [value, place],
        itemStyle: { color: theme.ink, opacity: 0.45 },
      })),
    ),
    markLine: {
      silent: true,
      symbol: ['rect', 'rect'],
      symbolSize: [7, 1.2],
      lineStyle: { type: 'solid' as const, width: 1.2, color: theme.ink },
      label: { show: false },
      data: estimates.flatMap((estimate, place) => {
        if (!estimate || estimate.values.length > 0) return [];
        if (estimate.low === null || estimate.high === null) return [];
        return [
          [
            { coord: [Math.max(low, estimate.low), place] },
            { coord: [Math.min(high, estimate.high), place] },
          ] as [Coordinate, Coordinate],
        ];
      }),
    },
  };
}

interface Coordinate {
  readonly coord: number[];
}

/** A logarithmic scale cannot show 0 or less: such values are not drawn. */
function positiveOr(value: number | undefined): number | '-' {
  return value !== undefined && value > 0 ? value : '-';
}

function barTooltip(
  { runtime, cells }: FigureRow,
  index: number,
  { columns, quantity }: ChartFigure,
  net: boolean,
): readonly string[] {
  const cell = cells[index];
  const estimate = estimateOf(cell, net);
  const title = columns[index]?.title ?? '';
  const lines = cell && estimate ? estimateLines(estimate, cell, quantity) : [];
  return [runtime.id, ...(title === '' ? [] : [title]), ...lines];
}

/**
 * The values, in a column to the right of everything that is drawn: where a bar, its runs or its interval end, a value would
 * pass for that end. For a case without a value, why it has none, where its bar would begin.
 */
export function barLabels(
  figure: ChartFigure,
  index: number,
  { theme, net }: BarStyle,
  [low, high]: readonly [number, number],
) {
  const data = figure.rows.map((row, place) => {
    const cell = row.cells[index];
    const estimate = estimateOf(cell, net);
    return {
      value: [estimate === null ? Math.max(0, low) : high, place],
      label: {
        formatter: () =>
          estimate === null ? (cell?.runs ?? '—') : valueLabel(estimate, figure.quantity),
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
      distance: 8,
      fontSize: 12,
      textBorderWidth: 0,
    },
    data,
  };
}

/** What stands at a bar. */
export function valueLabel({ label, median }: Estimate, quantity: Unit): string {
  return label ?? formatFigure[quantity](median);
}
