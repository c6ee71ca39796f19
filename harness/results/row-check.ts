import { faultOf } from './cell.ts';
import type { RowOf, Table } from './table.ts';

/** Whether a value is a row of a table, with a valid value in every column. */
export function isRowOf<T extends Table>(table: T, value: unknown): value is RowOf<T> {
  if (typeof value !== 'object' || value === null) return false;
  const cells = new Map<string, unknown>(Object.entries(value));
  return Object.entries(table.fields).every(
    ([name, field]) => faultOf(field, cells.get(name)) === undefined,
  );
}
