import { knownKeys, requireReferences, requireUniqueKeys } from './check-keys.ts';
import type { ComparisonFacts } from './comparison-facts.ts';
import { namingFolder, openSource, type ResultsSource, rowsOf, textOf } from './results-source.ts';
import type { AnyRow, RowOf, Table } from './table.ts';
import { type CostRow, costsTable } from './tables/costs.ts';
import { type MachineRow, machinesTable } from './tables/machines.ts';
import { type RunRow, runsTable } from './tables/runs.ts';
import { type RuntimeRow, runtimesTable } from './tables/runtimes.ts';
import { type SummaryRow, summaryTable } from './tables/summary.ts';

/** The measured tables of a comparison, from which the others are computed. */
export interface Measurements {
  /** The folder that it was read from, for `readLongTable`. */
  readonly source: ResultsSource;
  readonly facts: ComparisonFacts;
  readonly machines: readonly MachineRow[];
  readonly runtimes: readonly RuntimeRow[];
  readonly runs: readonly RunRow[];
}

/** A results folder, without the long tables of readings and samples. */
export interface Results extends Measurements {
  readonly summary: readonly SummaryRow[];
  readonly costs: readonly CostRow[];
}

/**
 * Reads a results folder of any version. Its contents are untrusted: this is the one place that checks them against the
 * schema.
 *
 * @throws UsageError that names the file, the line and the column of an invalid cell.
 */
export function readResults(folder: string): Results {
  const measurements = readMeasurements(folder);
  return namingFolder(folder, () => ({
    ...measurements,
    summary: readTable(summaryTable, measurements),
    costs: readTable(costsTable, measurements),
  }));
}

/** Reads the measured tables only; throws like `readResults`. */
export function readMeasurements(folder: string): Measurements {
  const source = openSource(folder);
  return namingFolder(folder, () => {
    const machines = readTable(machinesTable, { source });
    const runtimes = readTable(runtimesTable, { source });
    const runs = readTable(runsTable, { source, machines, runtimes });
    return { source, facts: source.facts, machines, runtimes, runs };
  });
}

/** @param read the source, and the tables that this table refers to. */
function readTable<T extends Table>(
  table: T,
  read: { readonly source: ResultsSource } & Partial<Pick<Measurements, 'machines' | 'runtimes'>>,
): readonly RowOf<T>[] {
  const { source, machines = [], runtimes = [] } = read;
  const content = rowsOf(table, textOf(source.path, `${table.name}.csv`), source);
  requireUniqueKeys(table, content);
  const others: Readonly<Record<string, readonly AnyRow[]>> = { machines, runtimes };
  requireReferences(table, content, knownKeys(table, others));
  return content.rows;
}
