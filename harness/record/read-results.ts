import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../vocabulary/usage-error.ts';
import { fromCsv } from './csv.ts';
import type { ComparisonFacts } from './data-package.ts';
import type { RowOf, Table } from './table.ts';
import { type CostRow, costsTable } from './tables/costs.ts';
import { type MachineRow, machinesTable } from './tables/machines.ts';
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
  const rowsOf = <T extends Table>(table: T): readonly RowOf<T>[] =>
    fromCsv(table, textOf(folder, `${table.name}.csv`));
  try {
    return {
      facts: factsOf(textOf(folder, 'datapackage.json')),
      machines: rowsOf(machinesTable),
      runtimes: rowsOf(runtimesTable),
      summary: rowsOf(summaryTable),
      costs: rowsOf(costsTable),
    };
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${folder}: ${error.message}`);
    throw error;
  }
}

function textOf(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
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
