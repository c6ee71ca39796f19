import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../model/system-error.ts';
import { UsageError } from '../model/usage-error.ts';
import { plainText } from '../text/plain-text.ts';
import { type CsvForm, type CsvRows, readCsv } from './csv.ts';
import { olderColumns } from './migrations.ts';
import { textOfRegularFile } from './open-regular-file.ts';
import { DESCRIPTOR, type Descriptor, readDescriptor } from './read-descriptor.ts';
import { shortPath } from './results-path.ts';
import { type AnyRow, type RowOf, rangeOf, type Table } from './table.ts';

/** A results folder with its descriptor. */
export interface ResultsSource extends Descriptor {
  readonly path: string;
}

/**
 * Opens an untrusted results folder and reads its descriptor.
 *
 * @throws UsageError when the folder holds no results that this version can read.
 */
export function openSource(path: string): ResultsSource {
  const refused = (why: string) =>
    new UsageError(`${shortPath(path)}: ${why}: name a folder that compare or measure wrote`);
  if (!existsSync(path)) throw refused('is not there');
  if (!existsSync(join(path, DESCRIPTOR))) throw refused(`holds no results (no ${DESCRIPTOR})`);
  return namingFolder(path, () => ({ path, ...readDescriptor(textOf(path, DESCRIPTOR)) }));
}

/** Adds the folder to the messages of errors about its files. */
export function namingFolder<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    // The message of a parser may quote untrusted text.
    if (error instanceof UsageError) {
      throw new UsageError(plainText(`${shortPath(path)}: ${error.message}`, Infinity));
    }
    throw error;
  }
}

/** The text of a file in a folder; throws a UsageError that names the file. */
export function textOf(path: string, file: string): string {
  try {
    return textOfRegularFile(join(path, file), file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Turns a SystemError about a file into a UsageError; returns other errors unchanged. */
export function unreadable(file: string, error: unknown): unknown {
  return isSystemError(error) ? new UsageError(`${file} cannot be read (${error.code})`) : error;
}

/** Longer than any text that tasktax writes, including a command with its environment. */
const LONGEST_TEXT = 20_000;

/** Parses a table of a folder: checks its rows against the schema, and makes untrusted text plain. */
export function rowsOf<T extends Table>(
  table: T,
  csv: string,
  source: ResultsSource,
  lineOf?: CsvForm['lineOf'],
): CsvRows<T> {
  const { formerName, filling } = olderColumns(table, source.schemaVersion);
  const declared = source.columns.get(table.name);
  const read = readCsv(table, csv, {
    formerName,
    // A missing column is an error if the descriptor lists it; otherwise a later version added it.
    absent: (column) => (declared?.has(formerName(column)) ? undefined : filling(column)),
    ...(lineOf === undefined ? {} : { lineOf }),
  });
  const texts = Object.entries(table.fields).flatMap(([name, field]) =>
    rangeOf(field) === undefined ? [name] : [],
  );
  return { ...read, rows: read.rows.map((row) => plainRow(row, texts)) };
}

/** Most rows are plain, and stay the objects that they are. */
function plainRow<Row extends RowOf<Table>>(row: Row, texts: readonly string[]): Row {
  const cells: AnyRow = row;
  const changed = texts.flatMap((name) => {
    const cell = cells[name];
    if (typeof cell !== 'string') return [];
    const plain = plainText(cell, LONGEST_TEXT);
    return plain === cell ? [] : [[name, plain]];
  });
  return changed.length === 0 ? row : { ...row, ...Object.fromEntries(changed) };
}
