import { join } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { knownKeys, requireReferences, requireUniqueKeys } from './check-keys.ts';
import type { CsvRows } from './csv.ts';
import { linesOfFile } from './lines-of-file.ts';
import { namingFolder, type ResultsSource, rowsOf, unreadable } from './results-source.ts';
import type { AnyRow, RowOf } from './table.ts';
import type { readingsTable } from './tables/readings.ts';
import type { samplesTable } from './tables/samples.ts';

/** A table with several rows per run. Its first column is the run id, and its cells contain no line ends. */
export type LongTable = typeof readingsTable | typeof samplesTable;

/**
 * Reads the rows of some runs from a long table. The file is read piece by piece, and only these rows are kept and checked.
 *
 * @throws UsageError that names the file, the line and the column of an invalid cell.
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

/** A few megabytes of rows. */
const PORTION_LINES = 5_000;

/**
 * Reads all rows of a long table, in portions. Each row is checked, including its reference to a run. A row that
 * stands twice is found within a portion: more keys would not fit in memory.
 *
 * @throws UsageError like `readLongTable`.
 */
export function* longTablePortions<T extends LongTable>(
  table: T,
  source: ResultsSource,
  runs: readonly AnyRow[],
): Generator<readonly RowOf<T>[]> {
  const known = knownKeys(table, { runs });
  const rowsOfPortion = (portion: readonly FileLine[]) =>
    namingFolder(source.path, () => {
      const content = checkedRows(table, source, portion);
      requireReferences(table, content, known);
      return content.rows;
    });
  let portion: FileLine[] = [];
  for (const line of linesOf(table, source)) {
    portion.push(line);
    if (portion.length <= PORTION_LINES) continue;
    yield rowsOfPortion(portion);
    portion = portion.slice(0, 1); // the header
  }
  yield rowsOfPortion(portion);
}

interface FileLine {
  readonly text: string;
  /** From 1, the header. */
  readonly number: number;
  readonly runId: string;
}

/** The lines of a long table, header first; errors name the file. */
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

/** @param lines the header, and some of the rows. */
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
