import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromCsv } from '../../results/csv.ts';
import type { RowOf, Table } from '../../results/table.ts';
import { benchMarkdown, samplerLine } from './bench-markdown.ts';
import { observerErrors } from './observer-errors.ts';
import { type AccuracyRow, accuracyTable } from './tables/accuracy.ts';
import { type DisturbanceRow, disturbanceTable } from './tables/disturbance.ts';

/** A bench's tables. */
interface BenchTables {
  readonly accuracy: readonly AccuracyRow[];
  readonly disturbance: readonly DisturbanceRow[];
}

/** Reads what `npm run bench` wrote; undefined where it was never run. */
export function readBench(folder: string): BenchTables | undefined {
  if (!existsSync(join(folder, 'accuracy.csv'))) return undefined;
  const rowsOf = <T extends Table>(table: T): readonly RowOf<T>[] =>
    fromCsv(table, readFileSync(join(folder, `${table.name}.csv`), 'utf8'));
  return { accuracy: rowsOf(accuracyTable), disturbance: rowsOf(disturbanceTable) };
}

/** What the documents say of a bench, by marker. */
export function benchSections({ accuracy, disturbance }: BenchTables): ReadonlyMap<string, string> {
  const sampler = `The sampler's own share, against the same harness without it: ${samplerLine(disturbance)}.`;
  return new Map([
    ['bench', `${benchMarkdown(accuracy, disturbance)}\n\n${sampler}`],
    ['tools', observerErrors(accuracy, disturbance)],
  ]);
}
