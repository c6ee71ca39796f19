import type { EChartsOption } from 'echarts';
import type { ChartFigure } from './chart-figure.ts';
import type { Curve } from './curve.ts';

/** What a chart says in words. */
export interface ChartText {
  /** Names its files: `memory-by-runtime`. */
  readonly id: string;
  readonly title: string;
  /** Of how many runs it is, and what the lines at the bars mean. */
  readonly subtitle: string;
  /** The workload, the machine and the day: for an image that travels alone. */
  readonly context: string;
  /** For those who do not see it: its subject and the finding. */
  readonly alt: string;
}

/** Bars for each column of a figure, in panels. */
export interface BarsChart extends ChartText {
  readonly kind: 'bars';
  readonly figure: ChartFigure;
  /** Whether the first column is what the chart is about. */
  readonly leads: boolean;
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

/** A chart as data: what is written into the page is what the images are drawn from. */
export type Chart = BarsChart | LinesChart | CurvesChart;

/** A chart that is laid out for a width. */
export interface Drawing {
  readonly option: EChartsOption;
  readonly height: number;
}
