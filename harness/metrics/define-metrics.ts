import type { RunMetric } from '../model/metric.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { RunColumn } from './run-column.ts';

/** The declaration of a metric that is a column of runs.csv. Its key is the name of the column. */
interface MetricDeclaration extends RunColumn, Omit<RunMetric, 'name' | 'valueIn'> {
  readonly type: 'integer' | 'number';
  /** Whether summary.csv holds its median and interval for each case. */
  readonly isSummarised: boolean;
  readonly of: (run: MeasuredRun) => number | null;
}

/** Declares metrics by column name. The exact types are kept because the types of rows derive from them. */
export function defineMetrics<const Declared extends Readonly<Record<string, MetricDeclaration>>>(
  declared: Declared,
): { readonly [Name in keyof Declared]: Declared[Name] & Pick<RunMetric, 'name' | 'valueIn'> } {
  const named = Object.entries(declared).map(([name, declaration]) => {
    const valueIn: RunMetric['valueIn'] = ({ [name]: value }) =>
      typeof value === 'number' ? value : null;
    return [name, { ...declaration, name, valueIn }];
  });
  return Object.fromEntries(named);
}
