import type { MeasuredRun } from './measured-run.ts';

/** A column of runs.csv that is computed from what was seen of a run. Null is an empty cell: unknown, or it does not apply. */
export interface RunColumn {
  readonly type: 'string' | 'integer' | 'number';
  /** With the unit and the source of the figure; printed in the data dictionary. */
  readonly description: string;
  /** A required column is never empty. */
  readonly required?: true;
  /** The smallest number allowed. Default: 0, since nothing that is counted or timed is below it. */
  readonly minimum?: number;
  /** The only values allowed. */
  readonly values?: readonly string[];
  readonly of: (run: MeasuredRun) => string | number | null;
}

/** Columns by their names, in the order of runs.csv. */
export type RunColumns = Readonly<Record<string, RunColumn>>;
