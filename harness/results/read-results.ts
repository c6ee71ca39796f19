import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../model/system-error.ts';
import { UsageError } from '../model/usage-error.ts';
import { fromCsv } from './csv.ts';
import type { ComparisonFacts } from './data-package.ts';
import type { RowOf, Table } from './table.ts';
import { type CostRow, costsTable } from './tables/costs.ts';
import { type MachineRow, machinesTable } from './tables/machines.ts';
import { type RunRow, runsTable } from './tables/runs.ts';
import { type RuntimeRow, runtimesTable } from './tables/runtimes.ts';
import { type SummaryRow, summaryTable } from './tables/summary.ts';

/** The figures of a results folder, as written. */
export interface Results {
  readonly facts: ComparisonFacts;
  readonly machines: readonly MachineRow[];
  readonly runtimes: readonly RuntimeRow[];
  readonly summary: readonly SummaryRow[];
  readonly costs: readonly CostRow[];
}

/**
 * Reads back what `compare` wrote; the long tables of single runs are left alone.
 *
 * @throws UsageError for a folder that does not hold what tasktax wrote.
 */
export function readResults(folder: string): Results {
  return {
    facts: readFacts(folder),
    machines: rowsOf(machinesTable, folder),
    runtimes: rowsOf(runtimesTable, folder),
    summary: rowsOf(summaryTable, folder),
    costs: rowsOf(costsTable, folder),
  };
}

/** Reads back every single run of a results folder; throws like `readResults`. */
export function readRuns(folder: string): readonly RunRow[] {
  return rowsOf(runsTable, folder);
}

/** Reads back of which comparison a results folder is; throws like `readResults`. */
export function readFacts(folder: string): ComparisonFacts {
  return namingFolder(folder, () => factsOf(textOf(folder, 'datapackage.json')));
}

function rowsOf<T extends Table>(table: T, folder: string): readonly RowOf<T>[] {
  return namingFolder(folder, () => fromCsv(table, textOf(folder, `${table.name}.csv`)));
}

/** What is wrong with a table is no help without the folder that it is in. */
function namingFolder<Result>(folder: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${folder}: ${error.message}`);
    throw error;
  }
}

function textOf(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`${file} cannot be read (${error.code})`);
  }
}

function factsOf(text: string): ComparisonFacts {
  const { tasktax } = descriptorOf(text);
  if (tasktax === undefined) throw new UsageError('datapackage.json is not one of tasktax');
  return tasktax;
}

function descriptorOf(text: string): { readonly tasktax?: ComparisonFacts } {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`datapackage.json: ${error.message}`);
    throw error;
  }
}
