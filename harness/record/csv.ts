import { Parser } from '@json2csv/plainjs';
import { parse } from 'csv-parse/sync';
import type { AnyRow, RowOf, Table } from './table.ts';

/** Rows as RFC 4180 CSV with a header row and "\r\n" ends; null is an empty cell. */
export function toCsv(table: Table, rows: readonly AnyRow[], header = true): string {
  const parser = new Parser<AnyRow, AnyRow>({
    fields: Object.keys(table.fields),
    header,
    eol: EOL,
    formatters: { string: quoteWhereNeeded },
  });
  return parser.parse([...rows]) + EOL;
}

const EOL = '\r\n';

/** Quotes only what RFC 4180 says must be quoted, so that diffs of committed tables stay readable. */
function quoteWhereNeeded(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of a CSV that `toCsv` wrote; an empty cell is null. */
export function fromCsv<T extends Table>(table: T, csv: string): readonly RowOf<T>[] {
  const numeric = new Set(
    Object.entries(table.fields)
      .filter(([, { type }]) => type === 'integer' || type === 'number')
      .map(([name]) => name),
  );
  return parse(csv, {
    columns: true,
    cast: (value, { column, header }) => {
      if (header) return value;
      if (value === '') return null;
      return numeric.has(String(column)) ? Number(value) : value;
    },
  });
}
