import { Parser } from '@json2csv/plainjs';
import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../model/usage-error.ts';
import { csvText } from '../text/csv-text.ts';
import { plainText } from '../text/plain-text.ts';
import { cellOfCsv, faultOf } from './cell.ts';
import type { AnyRow, Cell, Field, RowOf, Table } from './table.ts';

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

/** Quotes only where RFC 4180 requires it, so that diffs of committed tables stay readable. */
function quoteWhereNeeded(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** How a CSV may differ from one that this version writes. */
export interface CsvForm {
  /** The name of a column when the CSV was written. */
  readonly formerName: (column: string) => string;
  /** The text of the cells of a missing column; undefined when the column must exist. */
  readonly absent: (column: string) => string | undefined;
  /** The line number of a row, from 1, when the CSV is only part of its file. */
  readonly lineOf?: (row: number) => number;
}

/** Every column under its own name. */
const AS_WRITTEN: CsvForm = { formerName: (column) => column, absent: () => undefined };

/** Rows of a table with their line numbers. */
export interface CsvRows<T extends Table> {
  readonly rows: readonly RowOf<T>[];
  readonly lineOf: (row: number) => number;
}

/**
 * Parses a CSV that `toCsv` wrote; an empty cell is null. Unknown columns are ignored.
 *
 * @throws UsageError that names the line and the column, for an invalid cell or a missing column.
 */
export function fromCsv<T extends Table>(table: T, csv: string, form = AS_WRITTEN) {
  return readCsv(table, csv, form).rows;
}

/** Like `fromCsv`, with the line number of each row. */
export function readCsv<T extends Table>(table: T, csv: string, form: CsvForm): CsvRows<T> {
  try {
    return checkedRows(table, csv, form);
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${table.name}.csv: ${error.message}`);
    throw error;
  }
}

function checkedRows<T extends Table>(table: T, csv: string, form: CsvForm): CsvRows<T> {
  const lineOf = form.lineOf ?? linesOf(csv);
  const rows: RowOf<T>[] = [];
  let rowOf: ((cells: readonly string[]) => RowOf<T>) | undefined;
  // Row by row, so that the texts of a whole table are never in memory beside its rows.
  parse(csv, {
    on_record: (cells: readonly string[]) => {
      if (rowOf === undefined) {
        const columns = columnsIn(table, cells, form);
        rowOf = rowReader(table, columns, () => lineOf(rows.length));
      } else rows.push(rowOf(cells));
      return null;
    },
  });
  if (rowOf === undefined) columnsIn(table, [], form);
  return { rows, lineOf };
}

/** @param line the number of the line that is read. */
function rowReader<T extends Table>(
  { name: tableName }: T,
  columns: readonly Column[],
  line: () => number,
): (cells: readonly string[]) => RowOf<T> {
  // Copies of one row share its layout in memory; what is built cell by cell takes twice as much.
  const blank: AnyRow = Object.fromEntries(columns.map(({ name }) => [name, null]));
  return (cells) => {
    const found: Record<string, Cell> = { ...blank };
    for (const { name, field, place, absent } of columns) {
      const cell = cellOfCsv(field, place === -1 ? absent : (cells[place] ?? ''));
      const fault = faultOf(field, cell);
      if (fault !== undefined) {
        throw new UsageError(
          `${tableName}.csv, line ${line()}: ${wrongCell(name, cell, fault)}; it was edited after tasktax wrote it`,
        );
      }
      found[name] = cell;
    }
    return found as RowOf<T>;
  };
}

/** The line on which each row ends. Only an error asks for it, so only then are lines counted. */
function linesOf(csv: string): (row: number) => number {
  return (row) => {
    const lines: number[] = [];
    parse(csv, {
      from: 2,
      to: row + 2,
      on_record: (_, { lines: line }) => {
        lines.push(line);
        return null;
      },
    });
    return lines[row] ?? 0;
  };
}

interface Column {
  readonly name: string;
  readonly field: Field;
  /** Its index in a row; -1 when it is missing. */
  readonly place: number;
  /** The text of its cells when it is missing. */
  readonly absent: string;
}

/** Finds each column of a table in a CSV. */
function columnsIn(
  { name: tableName, fields }: Table,
  header: readonly string[],
  { formerName, absent }: CsvForm,
): readonly Column[] {
  const missing: string[] = [];
  const columns = Object.entries(fields).map(([name, field]) => {
    const former = formerName(name);
    const place = header.indexOf(former);
    if (place !== header.lastIndexOf(former)) {
      throw new UsageError(`${tableName}.csv has two columns "${former}"`);
    }
    const instead = absent(name);
    if (place === -1 && (instead === undefined || (instead === '' && field.required))) {
      missing.push(former);
    }
    return { name, field, place, absent: instead ?? '' };
  });
  if (missing.length === 0) return columns;
  throw new UsageError(
    `${tableName}.csv has no column ${missing.map((name) => `"${name}"`).join(', ')}: another version of tasktax wrote it; read it with that version, or measure again`,
  );
}

/** Enough of a wrong cell to find it. */
const SHOWN_CHARACTERS = 60;

function wrongCell(column: string, cell: Cell, fault: string): string {
  if (cell === null) return `"${column}" is ${fault}`;
  return `"${column}" is ${JSON.stringify(plainText(String(cell), SHOWN_CHARACTERS))}, ${fault}`;
}
