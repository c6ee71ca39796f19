import { UsageError } from '../model/usage-error.ts';
import type { CsvRows } from './csv.ts';
import type { AnyRow, Table } from './table.ts';

/**
 * Checks that the primary key of each row is unique.
 *
 * @throws UsageError that names the second row with the same key.
 */
export function requireUniqueKeys<T extends Table>(table: T, { rows, lineOf }: CsvRows<T>): void {
  const { name, primaryKey } = table;
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const key = keyOf(row, primaryKey);
    const first = seen.get(key);
    seen.set(key, index);
    if (first === undefined) continue;
    throw new UsageError(
      `${name}.csv, line ${lineOf(index)}: ${columnsText(primaryKey)} ${primaryKey.length === 1 ? 'is' : 'are'} the same as in line ${lineOf(first)}`,
    );
  }
}

/** For each foreign key of a table: its columns, the other table, and the keys of the rows there. */
export type KnownKeys = readonly {
  readonly fields: readonly string[];
  readonly other: string;
  readonly keys: ReadonlySet<string>;
}[];

/** What the foreign keys of a table may refer to. */
export function knownKeys(
  { foreignKeys }: Table,
  others: Readonly<Record<string, readonly AnyRow[]>>,
): KnownKeys {
  return foreignKeys.map(({ fields, table: other }) => ({
    fields,
    other,
    keys: new Set(others[other]?.map((row) => keyOf(row, fields))),
  }));
}

/**
 * Checks that every foreign key refers to an existing row.
 *
 * @throws UsageError that names the first reference without a row.
 */
export function requireReferences<T extends Table>(
  table: T,
  { rows, lineOf }: CsvRows<T>,
  known: KnownKeys,
): void {
  for (const { fields, other, keys } of known) {
    const index = rows.findIndex((row) => !keys.has(keyOf(row, fields)));
    if (index === -1) continue;
    const value = fields.map((field) => (rows[index] as AnyRow)[field]).join(', ');
    throw new UsageError(
      `${table.name}.csv, line ${lineOf(index)}: ${columnsText(fields)} is ${JSON.stringify(value)}, which ${other}.csv does not have`,
    );
  }
}

/** No cell holds a line end: the texts of rows are plain. */
function keyOf(row: AnyRow, fields: readonly string[]): string {
  return fields.map((field) => row[field]).join('\n');
}

function columnsText(fields: readonly string[]): string {
  return fields.map((field) => `"${field}"`).join(', ');
}
