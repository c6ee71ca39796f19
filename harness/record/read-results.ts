import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Reads back what `compare` wrote; the long tables of single runs are left alone. */
export function readResults(folder: string): Results {
  const rowsOf = <T extends Table>(table: T): readonly RowOf<T>[] =>
    fromCsv(table, readFileSync(join(folder, `${table.name}.csv`), 'utf8'));
  const descriptor: { tasktax: ComparisonFacts } = JSON.parse(
    readFileSync(join(folder, 'datapackage.json'), 'utf8'),
  );
  return {
    facts: descriptor.tasktax,
    machines: rowsOf(machinesTable),
    runtimes: rowsOf(runtimesTable),
    summary: rowsOf(summaryTable),
    costs: rowsOf(costsTable),
  };
}

/** Reads back every single run of a results folder. */
export function readRuns(folder: string): readonly RunRow[] {
  return fromCsv(runsTable, readFileSync(join(folder, 'runs.csv'), 'utf8'));
}
