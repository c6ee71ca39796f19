import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromCsv } from '../../results/csv.ts';
import type { RowOf, Table } from '../../results/table.ts';
import { benchMarkdown, samplerLine } from './bench-markdown.ts';
import { accuracyTable } from './tables/accuracy.ts';
import { disturbanceTable } from './tables/disturbance.ts';

/** What README.md says of a bench's tables; undefined where there are none. */
export function benchSection(folder: string): string | undefined {
  if (!existsSync(join(folder, 'accuracy.csv'))) return undefined;
  const rowsOf = <T extends Table>(table: T): readonly RowOf<T>[] =>
    fromCsv(table, readFileSync(join(folder, `${table.name}.csv`), 'utf8'));
  const disturbance = rowsOf(disturbanceTable);
  const table = benchMarkdown(rowsOf(accuracyTable), disturbance);
  return `${table}\n\nThe sampler's own share, against the same harness without it: ${samplerLine(disturbance)}.`;
}
