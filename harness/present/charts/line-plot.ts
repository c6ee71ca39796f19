import { type AxisRange, linearRange, logRange, shareOf, suitableScale } from './axis-range.ts';
import { type ChartFigure, type Estimate, estimateOf, type FigureRow } from './chart-figure.ts';
import type { Scale } from './chart-style.ts';
import { estimateLines } from './tooltip.ts';

/** The plot in pixels, with its axes: it tells where a point will be drawn. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: AxisRange;
  readonly y: AxisRange;
  readonly xScale: Scale;
  readonly yScale: Scale;
}

/** A size at which a runtime has a figure. */
export interface Point {
  readonly tasks: number;
  readonly estimate: Estimate;
  readonly tooltipLines: readonly string[];
}

/** The line of a runtime: its points in order of size. */
export interface RuntimeLine {
  readonly row: FigureRow;
  readonly points: readonly Point[];
}

/**
 * The points of each runtime that has any.
 *
 * @param scale of the axis; a logarithmic one has no place for 0 or less. Undefined: whichever suits them.
 */
export function linesOf(
  { rows, columns, quantity }: ChartFigure,
  net: boolean,
  scale: Scale | undefined,
): readonly RuntimeLine[] {
  return rows
    .map((row) => ({
      row,
      points: columns
        .flatMap(({ tasks, title }, index) => {
          const cell = row.cells[index];
          const estimate = estimateOf(cell, net);
          if (!cell || estimate === null || (scale === 'log' && estimate.median <= 0)) return [];
          return [
            {
              tasks,
              estimate,
              tooltipLines: [row.runtime.id, title, ...estimateLines(estimate, cell, quantity)],
            },
          ];
        })
        .sort((a, b) => a.tasks - b.tasks),
    }))
    .filter(({ points }) => points.length > 0);
}

/**
 * Fits the axes to the lines.
 *
 * @param scale of both axes. Undefined: for each the one that suits its values.
 */
export function plotOf(
  lines: readonly RuntimeLine[],
  scale: Scale | undefined,
  place: Pick<Plot, 'left' | 'top' | 'width' | 'height'>,
): Plot {
  const points = lines.flatMap((line) => line.points);
  const sizes = points.map(({ tasks }) => tasks);
  const values = points.flatMap(({ estimate }) => [estimate.median, ...estimate.values]);
  const xScale = scale ?? suitableScale(sizes);
  const yScale = scale ?? suitableScale(values);
  // The axis ends where the data end: the names stand beyond.
  const x = {
    ...rangeOn(xScale, sizes),
    max: Math.max(...sizes),
    ...(xScale === 'log' ? { min: Math.min(...sizes) } : {}),
  };
  return { ...place, xScale, yScale, x, y: rangeOn(yScale, values) };
}

function rangeOn(scale: Scale, values: readonly number[]): AxisRange {
  return scale === 'log' ? logRange(values.filter((value) => value > 0)) : linearRange(values);
}

/** Where a number of tasks is, in pixels. */
export function xOf(tasks: number, { left, width, x, xScale }: Plot): number {
  return left + width * shareOf(tasks, x, xScale);
}

/** Where a figure is, in pixels. */
export function yOf(value: number, { top, height, y, yScale }: Plot): number {
  return top + height * (1 - shareOf(value, y, yScale));
}
