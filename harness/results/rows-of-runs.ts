import { join } from 'node:path';
import { fromCsv } from './csv.ts';
import { linesOfFile } from './lines-of-file.ts';
import type { RowOf, Table } from './table.ts';
import type { readingsTable } from './tables/readings.ts';
import type { samplesTable } from './tables/samples.ts';

/**
 * The rows of a few runs from one of the long tables: the file is read piece by piece and only they are kept, however
 * long it is. In these tables the run is the first column, and no text has a line end or a quote in it.
 */
export function readRowsOf<T extends typeof readingsTable | typeof samplesTable>(
  table: T,
  folder: string,
  runIds: ReadonlySet<string>,
): readonly RowOf<T>[] {
  const kept: string[] = [];
  for (const { text } of linesOfFile(join(folder, `${table.name}.csv`))) {
    if (kept.length === 0 || runIds.has(text.slice(0, text.indexOf(',')))) kept.push(text);
  }
  return fromCsv<Table>(table, `${kept.join('\n')}\n`) as readonly RowOf<T>[];
}
