import { LARGEST_FIGURE } from '../model/largest-figure.ts';

/** One column: what it is called in CSV, what it holds, and in which unit. */
export interface Field {
  readonly type: 'string' | 'integer' | 'number' | 'datetime';
  /** With the unit and the source of the figure; printed in the data dictionary. */
  readonly description: string;
  /** A required field is never empty. */
  readonly required?: true;
  /** The only values allowed. */
  readonly values?: readonly string[];
  /** The form of a text: a regular expression for the whole of it. */
  readonly pattern?: string;
  /** The smallest number allowed. Default: 0, since nothing that is counted or timed is below it. */
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

/** The one declaration of a table: its rows' type, its CSV, its descriptor and its dictionary entry come from it. */
export interface Table {
  readonly name: string;
  readonly description: string;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly fields: Readonly<Record<string, Field>>;
}

/** A row of a table, as a type: column name to value; null is an empty cell, which means unknown. */
export type RowOf<T extends Table> = {
  readonly [Column in keyof T['fields']]: T['fields'][Column] extends { readonly required: true }
    ? ValueOf<T['fields'][Column]>
    : ValueOf<T['fields'][Column]> | null;
};

type ValueOf<F extends Field> = F['type'] extends 'integer' | 'number' ? number : string;

/** What a cell can hold; null is an empty one, which means unknown. */
export type Cell = string | number | null;

/** Any table's row, for code that treats all tables alike. */
export type AnyRow = Readonly<Record<string, Cell>>;
