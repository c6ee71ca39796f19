import { formatBytes } from '../../text/quantity.ts';
import { valueLabel } from './bar-series.ts';
import type { BarsChart } from './chart.ts';
import type { ChartFigure } from './chart-figure.ts';
import type { Curve } from './curve.ts';

/** A bar chart in words: its subject, and the figures of its first panel. */
export function barsAlt({ title, figure }: Omit<BarsChart, 'kind' | 'alt'>): string {
  const panels = figure.columns.map((column) => column.title).filter(Boolean);
  const of = panels.length === 0 ? '' : ` (${panels.join('; ')})`;
  return `Bar chart: ${title}${of}. ${firstColumn(figure)}`;
}

/** A line chart in words: its subject, and where the lines end. */
export function linesAlt(subject: string, workload: string, figure: ChartFigure): string {
  const sizes = figure.columns.map((column) => column.title);
  return `Line chart: ${subject} of "${workload}", from ${sizes.at(-1)} to ${sizes[0]}, a line for each runtime. ${firstColumn(figure)}`;
}

/** The curves in words: their subject, and how high each goes. */
export function curvesAlt(tasks: string, workload: string, curves: readonly Curve[]): string {
  const peaks = curves.map(({ runtime, points }) => {
    const highest = points.reduce((peak, [, bytes]) => Math.max(peak, bytes), 0);
    return `${runtime.label} up to ${formatBytes(highest)}`;
  });
  return `Line charts: memory over time in one run of "${workload}" with ${tasks} for each runtime, with its checkpoints. ${peaks.join(', ')}.`;
}

function firstColumn({ columns, rows, quantity }: ChartFigure): string {
  const figures = rows.flatMap(({ runtime, cells }) => {
    const estimate = cells[0]?.absolute;
    return estimate ? [`${runtime.label} ${valueLabel(estimate, quantity)}`] : [];
  });
  const title = columns[0]?.title;
  return `${title ? `${title}: ` : ''}${figures.join(', ')}.`;
}
