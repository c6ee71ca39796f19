import type { Unit } from '../../model/metric.ts';

/** A median with its 95 % interval; no interval where there were too few runs for one. */
export interface Estimate {
  readonly median: number;
  readonly low: number | null;
  readonly high: number | null;
  /** What stands at it instead of the median, where no single value describes the runs: `165–347 MB`. */
  readonly label?: string | undefined;
  /** The runs behind it; empty for what no single run has, such as a slope. */
  readonly values: readonly number[];
}

/** A runtime as charts name it. */
export interface ChartRuntime {
  readonly id: string;
  /** With the version: `node 26.10.0`. */
  readonly label: string;
  /** Without the version, where room is short: `node`. */
  readonly name: string;
  /** Which colour of the theme it has: that of its language. */
  readonly hue: number;
  /** Its place among the runtimes of that colour, from 0: they differ in symbols and dashes, the same in every chart. */
  readonly variant: number;
}

/** One runtime at one column. */
export interface FigureCell {
  /** Of the runs that were ok; null when none was. */
  readonly absolute: Estimate | null;
  /** Where the figure is memory: net of what the runtime needs without tasks. Elsewhere the same as `absolute`. */
  readonly net: Estimate | null;
  /** The runs behind it, or why there is no figure: `3 runs`, `3 of 3 timeout`. */
  readonly runs: string;
}

/** The values that a chart draws, for each runtime and column. */
export interface ChartFigure {
  readonly quantity: Unit;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
}

/** A number of tasks, or whatever else differs between the columns. */
export interface FigureColumn {
  readonly title: string;
  readonly tasks: number;
}

/** The cells of a runtime, one for each column; null where it was not run. */
export interface FigureRow {
  readonly runtime: ChartRuntime;
  readonly cells: readonly (FigureCell | null)[];
}

/** The estimate that is to be drawn. */
export function estimateOf(cell: FigureCell | null | undefined, net: boolean): Estimate | null {
  return (net ? cell?.net : cell?.absolute) ?? null;
}
