import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCsv } from '../../results/csv.ts';
import type { AnyRow, Table } from '../../results/table.ts';
import { tableResource } from '../../results/table-resource.ts';
import { type MachineRow, machinesTable } from '../../results/tables/machines.ts';
import { type AccuracyRow, accuracyTable } from './tables/accuracy.ts';
import { type DisturbanceRow, disturbanceTable } from './tables/disturbance.ts';

/** The rows of a bench. */
export interface BenchResult {
  readonly machine: MachineRow;
  readonly accuracy: readonly AccuracyRow[];
  readonly disturbance: readonly DisturbanceRow[];
}

/** Writes a bench's tables with their descriptor. */
export function writeBench(folder: string, result: BenchResult): void {
  const contents: readonly (readonly [Table, readonly AnyRow[]])[] = [
    [machinesTable, [result.machine]],
    [accuracyTable, result.accuracy],
    [disturbanceTable, result.disturbance],
  ];
  mkdirSync(folder, { recursive: true });
  for (const [table, rows] of contents) {
    writeFileSync(join(folder, `${table.name}.csv`), toCsv(table, rows));
  }
  const tables = contents.map(([table]) => table);
  const descriptor = benchPackage(tables, new Date().toISOString());
  writeFileSync(join(folder, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`);
}

/** The descriptor of the bench's tables: Data Package 2.0 (datapackage.org). */
function benchPackage(tables: readonly Table[], createdAt: string): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'tasktax-bench',
    title: 'The harness compared with what people use instead',
    created: createdAt,
    licenses: [{ name: 'MIT', title: 'MIT License' }],
    resources: tables.map(tableResource),
  };
}
