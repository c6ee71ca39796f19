import { logRange } from './axis-range.ts';
import { type ChartFigure, type Estimate, estimateOf, type FigureRow } from './chart-figure.ts';
import type { ChartStyle } from './chart-style.ts';
import { formatQuantity } from './format-quantity.ts';
import { estimateLines } from './tooltip.ts';

const BAR_HEIGHT = 13;

/** All that an estimate needs of its axis: the median and both ends of the interval. */
export function extremes(estimate: Estimate | null): readonly number[] {
  return estimate === null
    ? []
    : [estimate.median, estimate.low ?? estimate.median, estimate.high ?? estimate.median];
}

/** The bars, or points, with their intervals. */
export function barsOf(figure: ChartFigure, index: number, { theme, net, scale }: ChartStyle) {
  const drawn = figure.rows.map((row) => ({ row, estimate: estimateOf(row.cells[index], net) }));
  const data = drawn.map(({ row, estimate }, place) => ({
    value: scale === 'log' ? [positiveOr(estimate?.median), place] : (estimate?.median ?? '-'),
    tooltipLines: barTooltip(row, index, figure, net),
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

/** The value beside each bar, past the end of its interval; for a case without a value, why it has none. */
export function barLabels(figure: ChartFigure, index: number, { theme, net, scale }: ChartStyle) {
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
