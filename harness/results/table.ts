import { LARGEST_FIGURE } from '../model/largest-figure.ts';

/** A column: its type, its description and the values that it allows. */
export interface Field {
  readonly type: 'string' | 'integer' | 'number' | 'datetime';
  /** Includes the unit and the source of the value; printed in the data dictionary. */
  readonly description: string;
  /** A required field is never empty. */
  readonly required?: true;
  /** The only values allowed. */
  readonly values?: readonly string[];
  /** A regular expression that the whole text must match. */
  readonly pattern?: string;
  /** The smallest number allowed. Default: 0, since counts and times cannot be negative. */
  readonly minimum?: number;
}

/** The range of a numeric column; undefined for texts. */
export function rangeOf({
  type,
  minimum = 0,
}: Field): { readonly minimum: number; readonly maximum: number } | undefined {
  return type === 'integer' || type === 'number' ? { minimum, maximum: LARGEST_FIGURE } : undefined;
}

/** A reference to the key of another table. */
export interface ForeignKey {
  readonly fields: readonly string[];
  readonly table: string;
}

/** The declaration of a table, from which its row type, CSV, descriptor and dictionary entry derive. */
export interface Table {
  readonly name: string;
  readonly description: string;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly fields: Readonly<Record<string, Field>>;
}

/** The type of a row: column name to value; null is an empty cell, which means unknown. */
export type RowOf<T extends Table> = {
  readonly [Column in keyof T['fields']]: T['fields'][Column] extends { readonly required: true }
    ? ValueOf<T['fields'][Column]>
    : ValueOf<T['fields'][Column]> | null;
};

type ValueOf<F extends Field> = F['type'] extends 'integer' | 'number' ? number : string;

/** The value of a cell; null is an empty cell, which means unknown. */
export type Cell = string | number | null;

/** A row of any table, for code that treats all tables alike. */
export type AnyRow = Readonly<Record<string, Cell>>;
