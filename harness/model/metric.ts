/** Units of figures, as they stand in summary.csv. */
export type Unit = 'byte' | 'byte/task' | 'second' | '1/second' | '1';

/** A row of runs.csv, for whoever wants one figure of it; null is unknown. */
export type RunFigures = Readonly<Record<string, string | number | null>>;

/** A figure, and what has to be known to show it and to compare two of it. Declared once, in `harness/metrics/`. */
export interface Metric {
  /** As in the tables: `peak_rss_bytes`. */
  readonly name: string;
  readonly unit: Unit;
  /** As titles and sentences call it: `peak memory`. */
  readonly label: string;
  /** Which of two values is better. */
  readonly better: 'lower' | 'higher' | 'neither';
  /** It holds the memory of the tasks: its slope over their number is a cost, and the memory at "ready" can be taken off. */
  readonly isResidentMemory?: true;
}

/** A metric that each run has a value of. */
export interface RunMetric extends Metric {
  /** The smallest step in which it is measured, 0 where there is none: a few runs cannot show that they scatter by less. */
  readonly grain: number;
  /** Its value in a row of runs.csv; null is unknown. */
  readonly valueIn: (run: RunFigures) => number | null;
}

/** A metric by which one side of a comparison can be better or worse than the other. */
export type DirectedMetric = Metric & { readonly better: 'lower' | 'higher' };

/** A metric that a workload can be about. */
export type Headline = RunMetric & DirectedMetric;
