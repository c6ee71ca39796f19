import { textOfCsv } from '../text/csv-text.ts';
import { type Cell, type Field, rangeOf } from './table.ts';

/** A number as CSV and JSON write it: `0x10` and `1_000` are none. */
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** The value behind the text of a CSV cell. A text in a numeric column stays text, for `faultOf` to refuse. */
export function cellOfCsv(field: Field, text: string): Cell {
  if (text === '') return null;
  if (rangeOf(field) === undefined) return textOfCsv(text);
  return NUMBER.test(text) ? Number(text) : text;
}

/** Why a column may not hold a value, e.g. `not an integer`; undefined when it may. */
export function faultOf(field: Field, cell: unknown): string | undefined {
  if (cell === null) return field.required ? 'empty' : undefined;
  const range = rangeOf(field);
  if (range === undefined) return faultOfText(field, cell);
  const isOfType = field.type === 'integer' ? Number.isInteger(cell) : Number.isFinite(cell);
  if (typeof cell !== 'number' || !isOfType) {
    return field.type === 'integer' ? 'not an integer' : 'not a number';
  }
  if (cell < range.minimum) return `less than ${range.minimum}`;
  if (cell > range.maximum) return `more than ${range.maximum}`;
  return undefined;
}

function faultOfText({ type, values, pattern }: Field, cell: unknown): string | undefined {
  if (typeof cell !== 'string') return `not a ${type}`;
  if (values !== undefined && !values.includes(cell)) return `not one of ${values.join(', ')}`;
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(cell)) {
    return `not of the form ${pattern}`;
  }
  if (type !== 'datetime') return undefined;
  return UTC.test(cell) && !Number.isNaN(Date.parse(cell)) ? undefined : 'not a time in UTC';
}
