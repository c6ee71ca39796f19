import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromCsv } from '../../results/csv.ts';
import type { RowOf, Table } from '../../results/table.ts';
import { allErrors, type BenchRows, samplerLine, tellingErrors } from './bench-markdown.ts';
import { accuracyTable } from './tables/accuracy.ts';
import { disturbanceTable } from './tables/disturbance.ts';

/** Reads what `npm run bench` wrote; undefined where it was never run. */
export function readBench(folder: string): BenchRows | undefined {
  if (!existsSync(join(folder, 'accuracy.csv'))) return undefined;
  const rowsOf = <T extends Table>(table: T): readonly RowOf<T>[] =>
    fromCsv(table, readFileSync(join(folder, `${table.name}.csv`), 'utf8'));
  return { accuracy: rowsOf(accuracyTable), disturbance: rowsOf(disturbanceTable) };
}

/** What the documents say of a bench, by marker. */
export function benchSections(rows: BenchRows): ReadonlyMap<string, string> {
  const sampler = `The sampler's own share, against the same harness without it: ${samplerLine(rows.disturbance)}.`;
  return new Map([
    ['bench', `${allErrors(rows)}\n\n${sampler}`],
    ['tools', tellingErrors(rows)],
  ]);
}
