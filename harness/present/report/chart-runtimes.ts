import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import type { ChartRuntime } from '../charts/chart-figure.ts';

type NamedRuntime = Pick<RuntimeRow, 'runtime_id' | 'runtime' | 'version'>;

/** How charts name each runtime: as short as can be without two having the same name. */
export function chartRuntimes(rows: readonly NamedRuntime[]): ReadonlyMap<string, ChartRuntime> {
  const sorted = [...rows].sort((a, b) => (a.runtime_id < b.runtime_id ? -1 : 1));
  // The version of a library follows a "+".
  const labelOf = ({ runtime, version }: NamedRuntime) => `${runtime} ${version.split('+')[0]}`;
  const isAlone = (row: NamedRuntime, nameOf: (row: NamedRuntime) => string) =>
    sorted.filter((other) => nameOf(other) === nameOf(row)).length === 1;
  return new Map(
    sorted.map((row, place) => {
      const label = isAlone(row, labelOf) ? labelOf(row) : row.runtime_id;
      const name = isAlone(row, ({ runtime }) => runtime) ? row.runtime : label;
      return [row.runtime_id, { id: row.runtime_id, label, name, place }];
    }),
  );
}
