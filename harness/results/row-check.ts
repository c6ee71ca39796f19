import type { Field, RowOf, Table } from './table.ts';

/** Whether a value is a row of a table: every column is there, with a value that it may hold. */
export function isRowOf<T extends Table>(table: T, value: unknown): value is RowOf<T> {
  if (typeof value !== 'object' || value === null) return false;
  const cells = new Map(Object.entries(value));
  return Object.entries(table.fields).every(([name, field]) => mayHold(field, cells.get(name)));
}

function mayHold({ type, required, values }: Field, cell: unknown): boolean {
  if (cell === null) return required !== true;
  if (type === 'integer' || type === 'number') return typeof cell === 'number';
  return typeof cell === 'string' && (values === undefined || values.includes(cell));
}
