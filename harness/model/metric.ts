/** The units, as written in summary.csv. */
export type Unit = 'byte' | 'byte/task' | 'second' | '1/second' | '1';

/** The cells of a row of runs.csv by column; null is unknown. */
export type RunFigures = Readonly<Record<string, string | number | null>>;

/** A measured quantity, with what is needed to show it and to compare two values. Declared once, in `harness/metrics/`. */
export interface Metric {
  /** The name used in tables: `peak_rss_bytes`. */
  readonly name: string;
  readonly unit: Unit;
  /** The name used in titles and sentences: `peak memory`. */
  readonly label: string;
  /** Which of two values is better. */
  readonly better: 'lower' | 'higher' | 'neither';
  /** Whether it measures resident memory: its slope over the number of tasks is a cost, and "ready" can be subtracted. */
  readonly isResidentMemory?: true;
}

/** A metric that has a value for each run. */
export interface RunMetric extends Metric {
  /** The smallest step of the measurement, or 0: a few runs cannot prove a spread below it. A page is as large as its machine's. */
  readonly grain: number | 'page';
  /** The value in a row of runs.csv; null is unknown. */
  readonly valueIn: (run: RunFigures) => number | null;
}

/** A metric with a better direction, so that one value can be better or worse than another. */
export type DirectedMetric = Metric & { readonly better: 'lower' | 'higher' };

/** A metric that can be the main result of a workload. */
export type Headline = RunMetric & DirectedMetric;
