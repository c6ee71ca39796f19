import { groupBy } from '../../analyse/group-by.ts';
import { type Runtime, withoutVariant } from '../../model/runtime.ts';
import type { Workload } from '../../model/workload.ts';
import type { Results } from '../../results/read-results.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import { formatTasks } from '../../text/quantity.ts';
import type { BarsChart } from '../charts/chart.ts';
import { barsAlt } from '../charts/chart-alt.ts';
import { machineLine } from '../machine-line.ts';
import { reportOf } from '../report/report.ts';
import { reportDataOf } from '../report/report-data.ts';

/** The titles of runtimes, by name: `Python (uvloop)`. */
export type Titles = ReadonlyMap<string, Pick<Runtime, 'title' | 'family'>>;

const NO_CURVES = () => ({ readings: [], samples: [] });

/**
 * The first chart of a suite's report, made small for README.md: the largest size only, and names without versions.
 *
 * @throws Error when the suite's first chart is of another kind: README needs another chart then.
 */
export function millionChart(
  results: Results,
  workloads: ReadonlyMap<string, Workload>,
  titles: Titles,
): BarsChart {
  const familyOf = (runtime: string) => titles.get(withoutVariant(runtime))?.family;
  const [section] = reportOf(reportDataOf(results, NO_CURVES, familyOf), workloads).sections;
  const chart = section?.charts[0];
  if (chart?.kind !== 'bars') throw new Error('README shows the bars of the first section');
  const [column] = chart.figure.columns;
  const figure = {
    ...chart.figure,
    columns: chart.figure.columns.slice(0, 1).map((one) => ({ ...one, title: '' })),
    rows: chart.figure.rows.flatMap(({ runtime, cells }) => {
      const title = titleOf(runtime.id, titles);
      const named = { ...runtime, label: title, name: title };
      return cells[0]?.absolute ? [{ runtime: named, cells: cells.slice(0, 1) }] : [];
    }),
  };
  const machines = results.machines.map(machineLine).join('; ');
  const small = {
    ...chart,
    id: 'million',
    title: `Peak memory of ${formatTasks(column?.tasks ?? 0)}`,
    context: `${machines}; ${results.facts.createdAt.slice(0, 10)}.`,
    figure,
  };
  return { ...small, alt: barsAlt(small) };
}

/** `Node.js 26.10.0; Rust 1.95.0 with tokio 1.54.1 and smol 2.0.2`: the versions behind short names. */
export function versionsLine(runtimes: readonly RuntimeRow[], titles: Titles): string {
  const parts = runtimes.map(({ runtime, version }) => {
    const family = titleOf(runtime, titles).replace(/ \(.*/, '');
    const [base = '', library] = version.split('+');
    return { base: `${family} ${base}`, library: library?.replace(/-(?=\d)/, ' ') };
  });
  return groupBy(parts, ({ base }) => base)
    .map((group) => {
      const libraries = [...new Set(group.flatMap(({ library }) => library ?? []))].sort();
      const { base } = group[0];
      return libraries.length === 0 ? base : `${base} with ${libraries.join(', ')}`;
    })
    .sort()
    .join('; ');
}

function titleOf(runtimeId: string, titles: Titles): string {
  const [name = runtimeId] = runtimeId.split('@', 1);
  return titles.get(name)?.title ?? name;
}
