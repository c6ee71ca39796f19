import type { EChartsOption } from 'echarts';
import type { ChartFigure } from './chart-figure.ts';
import type { Curve } from './curve.ts';

/** What a chart says in words. */
export interface ChartText {
  /** Names its files: `memory-by-runtime`. */
  readonly id: string;
  readonly title: string;
  /** How many runs are behind it, and what the intervals are. */
  readonly subtitle: string;
  /** The workload, the machine and the day, for an image on its own. */
  readonly context: string;
  /** For those who cannot see it: its subject and its figures. */
  readonly alt: string;
}

/** Bars for each column of a figure, in panels. */
export interface BarsChart extends ChartText {
  readonly kind: 'bars';
  readonly figure: ChartFigure;
}

/** A line for each runtime over the number of tasks. */
export interface LinesChart extends ChartText {
  readonly kind: 'lines';
  readonly figure: ChartFigure;
}

/** A panel for each run's memory over time. */
export interface CurvesChart extends ChartText {
  readonly kind: 'curves';
  readonly curves: readonly Curve[];
}

/** A chart as data: the page and the images are drawn from the same. */
export type Chart = BarsChart | LinesChart | CurvesChart;

/** A chart that is laid out for a width. */
export interface Drawing {
  readonly option: EChartsOption;
  readonly height: number;
}
