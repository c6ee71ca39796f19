import { Parser } from '@json2csv/plainjs';
import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../vocabulary/usage-error.ts';
import { csvText, textOfCsv } from './csv-text.ts';
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
 * @throws UsageError that names the line and the column, for a table that somebody has edited into something else, or
 * that another version wrote with other columns.
 */
export function fromCsv<T extends Table>(table: T, csv: string): readonly RowOf<T>[] {
  try {
    requireColumns(table, parse(csv, { to: 1 })[0] ?? []);
    return parse(csv, {
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
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${table.name}.csv: ${error.message}`);
    throw error;
  }
}

/** Every column must be there: one that is missing would be unknown in every row, without a word. */
function requireColumns(table: Table, header: readonly string[]): void {
  const missing = Object.keys(table.fields).filter((name) => !header.includes(name));
  if (missing.length === 0) return;
  throw new UsageError(
    `${table.name}.csv has no column ${missing.map((name) => `"${name}"`).join(', ')}: another version of tasktax wrote it, so read it with that one, or measure anew`,
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
