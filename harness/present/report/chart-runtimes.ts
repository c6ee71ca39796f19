import { FAMILIES, type Family } from '../../model/family.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import type { ChartRuntime } from '../charts/chart-figure.ts';

type NamedRuntime = Pick<RuntimeRow, 'runtime_id' | 'runtime' | 'version'>;

/** The language of a runtime, by its name without a version; undefined for what is not declared, such as a command. */
type FamilyOf = (runtime: string) => Family | undefined;

/** How charts name and mark each runtime: as short as can be without two having the same name. */
export function chartRuntimes(
  rows: readonly NamedRuntime[],
  familyOf: FamilyOf,
): ReadonlyMap<string, ChartRuntime> {
  const sorted = [...rows].sort((a, b) => (a.runtime_id < b.runtime_id ? -1 : 1));
  const labelOf = ({ runtime, version }: NamedRuntime) => {
    if (version.startsWith('sha256-')) return runtime; // a command of the user, which has no version
    return `${runtime} ${version.split('+')[0]}`; // the version of a library follows a "+"
  };
  const isAlone = (row: NamedRuntime, nameOf: (row: NamedRuntime) => string) =>
    sorted.filter((other) => nameOf(other) === nameOf(row)).length === 1;
  const hueOf = huesOf(sorted, familyOf);
  const hues = sorted.map(hueOf);
  return new Map(
    sorted.map((row, place) => {
      const label = isAlone(row, labelOf) ? labelOf(row) : row.runtime_id;
      const name = isAlone(row, ({ runtime }) => runtime) ? row.runtime : label;
      const hue = hueOf(row);
      const variant = hues.slice(0, place).filter((other) => other === hue).length;
      return [row.runtime_id, { id: row.runtime_id, label, name, hue, variant }];
    }),
  );
}

/** The colour of each family is its own everywhere; runtimes of no family take those that are left, each one. */
function huesOf(rows: readonly NamedRuntime[], familyOf: FamilyOf) {
  const families = new Set(rows.map(({ runtime }) => familyOf(runtime)));
  const free = [
    FAMILIES.length,
    ...FAMILIES.flatMap((family, hue) => (families.has(family) ? [] : [hue])),
  ];
  const others = [...new Set(rows.map(({ runtime }) => runtime).filter((name) => !familyOf(name)))];
  return ({ runtime }: NamedRuntime): number => {
    const family = familyOf(runtime);
    if (family !== undefined) return FAMILIES.indexOf(family);
    return free[others.indexOf(runtime) % free.length] ?? FAMILIES.length;
  };
}
