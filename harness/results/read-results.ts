import { requireReferences, requireUniqueKeys } from './check-keys.ts';
import type { ComparisonFacts } from './comparison-facts.ts';
import { namingFolder, openSource, type ResultsSource, rowsOf, textOf } from './results-source.ts';
import type { AnyRow, RowOf, Table } from './table.ts';
import { type CostRow, costsTable } from './tables/costs.ts';
import { type MachineRow, machinesTable } from './tables/machines.ts';
import { type RunRow, runsTable } from './tables/runs.ts';
import { type RuntimeRow, runtimesTable } from './tables/runtimes.ts';
import { type SummaryRow, summaryTable } from './tables/summary.ts';

/** What a comparison measured: the tables that the others follow from. */
export interface Measurements {
  /** Where it was read from; `readLongTable` reads more of it. */
  readonly source: ResultsSource;
  readonly facts: ComparisonFacts;
  readonly machines: readonly MachineRow[];
  readonly runtimes: readonly RuntimeRow[];
  readonly runs: readonly RunRow[];
}

/** A results folder as written, but for the long tables of readings and samples. */
export interface Results extends Measurements {
  readonly summary: readonly SummaryRow[];
  readonly costs: readonly CostRow[];
}

/**
 * Reads a results folder, which may be of any version and come from anywhere: what it holds is checked against the
 * schema, here and nowhere else.
 *
 * @throws UsageError that names the file, the line and the column of what is not as tasktax writes it.
 */
export function readResults(folder: string): Results {
  const measurements = readMeasurements(folder);
  return namingFolder(folder, () => ({
    ...measurements,
    summary: readTable(summaryTable, measurements),
    costs: readTable(costsTable, measurements),
  }));
}

/** Reads what a comparison measured, without what was computed from it; throws like `readResults`. */
export function readMeasurements(folder: string): Measurements {
  const source = openSource(folder);
  return namingFolder(folder, () => {
    const machines = readTable(machinesTable, { source });
    const runtimes = readTable(runtimesTable, { source });
    const runs = readTable(runsTable, { source, machines, runtimes });
    return { source, facts: source.facts, machines, runtimes, runs };
  });
}

/** @param read the source, and the tables that this one refers to. */
function readTable<T extends Table>(
  table: T,
  read: { readonly source: ResultsSource } & Partial<Pick<Measurements, 'machines' | 'runtimes'>>,
): readonly RowOf<T>[] {
  const { source, machines = [], runtimes = [] } = read;
  const content = rowsOf(table, textOf(source.path, `${table.name}.csv`), source);
  requireUniqueKeys(table, content);
  const others: Readonly<Record<string, readonly AnyRow[]>> = { machines, runtimes };
  requireReferences(table, content, others);
  return content.rows;
}
