import { join } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { requireReferences, requireUniqueKeys } from './check-keys.ts';
import type { CsvRows } from './csv.ts';
import { linesOfFile } from './lines-of-file.ts';
import { namingFolder, type ResultsSource, rowsOf, unreadable } from './results-source.ts';
import type { AnyRow, RowOf } from './table.ts';
import type { readingsTable } from './tables/readings.ts';
import type { samplesTable } from './tables/samples.ts';

/** A table with several rows a run. Its first column is the run, and no text in it has a line end. */
export type LongTable = typeof readingsTable | typeof samplesTable;

/**
 * The rows of a few runs from one of the long tables: the file is read piece by piece and only they are kept and
 * checked, however long it is.
 *
 * @throws UsageError that names the file, the line and the column of what is not as tasktax writes it.
 */
export function readLongTable<T extends LongTable>(
  table: T,
  source: ResultsSource,
  runIds: ReadonlySet<string>,
): readonly RowOf<T>[] {
  const kept: FileLine[] = [];
  return namingFolder(source.path, () => {
    for (const line of linesOf(table, source)) {
      if (line.number === 1 || runIds.has(line.runId)) kept.push(line);
    }
    return checkedRows(table, source, kept).rows;
  });
}

/** Some megabytes of rows. */
const PORTION_LINES = 5_000;

/**
 * All rows of a long table, in portions: each row is checked, also whether its run is there.
 *
 * @throws UsageError like `readLongTable`.
 */
export function* longTablePortions<T extends LongTable>(
  table: T,
  source: ResultsSource,
  runs: readonly AnyRow[],
): Generator<readonly RowOf<T>[]> {
  const rowsOfPortion = (portion: readonly FileLine[]) =>
    namingFolder(source.path, () => {
      const content = checkedRows(table, source, portion);
      requireReferences(table, content, { runs });
      return content.rows;
    });
  let portion: FileLine[] = [];
  for (const line of linesOf(table, source)) {
    portion.push(line);
    if (portion.length <= PORTION_LINES) continue;
    yield rowsOfPortion(portion);
    portion = portion.slice(0, 1); // the head
  }
  yield rowsOfPortion(portion);
}

interface FileLine {
  readonly text: string;
  /** From 1, which is the head. */
  readonly number: number;
  readonly runId: string;
}

/** The lines of a long table, head first; what is wrong with the file names it. */
function* linesOf(table: LongTable, { path }: ResultsSource): Generator<FileLine> {
  const file = `${table.name}.csv`;
  try {
    let number = 0;
    for (const { text } of linesOfFile(join(path, file), file)) {
      number += 1;
      const runId = text.slice(0, text.indexOf(','));
      if (number === 1 && runId !== 'run_id') {
        throw new UsageError(`${file} does not begin with the column "run_id"`);
      }
      yield { text, number, runId };
    }
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** @param lines the head, and some of the others. */
function checkedRows<T extends LongTable>(
  table: T,
  source: ResultsSource,
  lines: readonly FileLine[],
): CsvRows<T> {
  const csv = lines.map(({ text }) => `${text}\n`).join('');
  const content = rowsOf(table, csv, source, (row) => lines[row + 1]?.number ?? 0);
  requireUniqueKeys(table, content);
  return content;
}
