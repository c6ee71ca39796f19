import type { MeasuredRun } from './measured-run.ts';

/** A column of runs.csv that is computed from a measured run. Null is an empty cell: unknown or not applicable. */
export interface RunColumn {
  readonly type: 'string' | 'integer' | 'number';
  /** Includes the unit and the source of the value; printed in the data dictionary. */
  readonly description: string;
  /** A required column is never empty. */
  readonly required?: true;
  /** The smallest number allowed. Default: 0, since counts and times cannot be negative. */
  readonly minimum?: number;
  /** The only values allowed. */
  readonly values?: readonly string[];
  readonly of: (run: MeasuredRun) => string | number | null;
}

/** Columns by name, in the order of runs.csv. */
export type RunColumns = Readonly<Record<string, RunColumn>>;
