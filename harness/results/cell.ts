import { textOfCsv } from '../text/csv-text.ts';
import { type Cell, type Field, rangeOf } from './table.ts';

/** A number in CSV or JSON notation; excludes `0x10` and `1_000`. */
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** Parses a CSV cell. Text in a numeric column stays text, so that `faultOf` rejects it. */
export function cellOfCsv(field: Field, text: string): Cell {
  if (text === '') return null;
  if (rangeOf(field) === undefined) return textOfCsv(text);
  return NUMBER.test(text) ? Number(text) : text;
}

/** Why a value is invalid in a column, e.g. `not an integer`; undefined when it is valid. */
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
  if (pattern !== undefined && !wholeMatch(pattern).test(cell)) {
    return `not of the form ${pattern}`;
  }
  if (type !== 'datetime') return undefined;
  return UTC.test(cell) && !Number.isNaN(Date.parse(cell)) ? undefined : 'not a time in UTC';
}

const wholeMatches = new Map<string, RegExp>();

/** Compiled once, because a table has as many cells as rows. */
function wholeMatch(pattern: string): RegExp {
  const known = wholeMatches.get(pattern);
  if (known !== undefined) return known;
  const compiled = new RegExp(`^(?:${pattern})$`);
  wholeMatches.set(pattern, compiled);
  return compiled;
}
