import type { RunMetric } from '../model/metric.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { RunColumn } from './run-column.ts';

/** All that is declared of a metric that is a column of runs.csv; its name is the key under which it is declared. */
interface MetricDeclaration extends RunColumn, Omit<RunMetric, 'name' | 'valueIn'> {
  readonly type: 'integer' | 'number';
  /** Whether summary.csv holds its median and interval for each case. */
  readonly isSummarised: boolean;
  readonly of: (run: MeasuredRun) => number | null;
}

/** Declares metrics by the names of their columns. The declarations keep their exact types: rows are typed by them. */
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
