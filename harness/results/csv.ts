import { Parser } from '@json2csv/plainjs';
import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../model/usage-error.ts';
import { csvText, textOfCsv } from '../text/csv-text.ts';
import type { AnyRow, Field, RowOf, Table } from './table.ts';

/** Rows as RFC 4180 CSV with a header row and "\r\n" ends; null is an empty cell. */
export function toCsv(table: Table, rows: readonly AnyRow[], header = true): string {
  const parser = new Parser<AnyRow, AnyRow>({
    fields: Object.keys(table.fields),
    header,
    eol: EOL,
    formatters: { string: (text) => quoteWhereNeeded(csvText(text)) },
  });
  return parser.parse([...rows]) + EOL;
}

const EOL = '\r\n';

/** Quotes only what RFC 4180 says must be quoted, so that diffs of committed tables stay readable. */
function quoteWhereNeeded(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows of a CSV that `toCsv` wrote; an empty cell is null.
 *
 * @param older what to do about a column that may be empty and is not there at all: refuse it, since in every row it
 * would be unknown without a word, or take it so, for readers that have looked for the columns that they need.
 * @throws UsageError that names the line and the column, for a table that somebody has edited into something else, or
 * that another version wrote with other columns.
 */
export function fromCsv<T extends Table>(
  table: T,
  csv: string,
  older: 'refused' | 'unknown' = 'refused',
): readonly RowOf<T>[] {
  try {
    const missing = missingColumns(table, parse(csv, { to: 1 })[0] ?? [], older);
    const rows: RowOf<T>[] = parse(csv, {
      columns: true,
      cast: (value, { column, header, lines }) => {
        if (header) return value;
        const field = table.fields[String(column)];
        if (field === undefined) return value;
        const cell = cellOf(field, value);
        if (cell !== undefined) return cell;
        throw new UsageError(
          `${table.name}.csv, line ${lines}: ${wrongCell(String(column), field, value)}; it was edited after tasktax wrote it`,
        );
      },
    });
    const unknown = Object.fromEntries(missing.map((name) => [name, null]));
    return missing.length === 0 ? rows : rows.map((row) => ({ ...unknown, ...row }));
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${table.name}.csv: ${error.message}`);
    throw error;
  }
}

/** The columns that are not there, where that may be. */
function missingColumns(
  table: Table,
  header: readonly string[],
  older: 'refused' | 'unknown',
): readonly string[] {
  const missing = Object.keys(table.fields).filter((name) => !header.includes(name));
  const refused = missing.filter((name) => older === 'refused' || table.fields[name]?.required);
  if (refused.length === 0) return missing;
  throw new UsageError(
    `${table.name}.csv has no column ${refused.map((name) => `"${name}"`).join(', ')}: another version of tasktax wrote it, so read it with that one, or measure anew`,
  );
}

/** What a cell holds; undefined when it is nothing that its column may hold. */
function cellOf(field: Field, text: string): string | number | null | undefined {
  if (text === '') return field.required ? undefined : null;
  if (field.type === 'integer' || field.type === 'number') {
    const value = Number(text);
    const fits = field.type === 'integer' ? Number.isInteger(value) : Number.isFinite(value);
    return fits && text.trim() === text ? value : undefined;
  }
  const value = textOfCsv(text);
  return field.values === undefined || field.values.includes(value) ? value : undefined;
}

function wrongCell(column: string, { type, values }: Field, text: string): string {
  if (text === '') return `"${column}" is empty`;
  const allowed = values === undefined ? `a ${type}` : `one of ${values.join(', ')}`;
  return `"${column}" is ${JSON.stringify(text)}, not ${allowed.replace('a i', 'an i')}`;
}
