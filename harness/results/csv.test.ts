import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../model/usage-error.ts';
import { fromCsv, toCsv } from './csv.ts';
import type { Table } from './table.ts';

const table = {
  name: 'things',
  description: '',
  primaryKey: ['name'],
  foreignKeys: [],
  fields: {
    name: { type: 'string', description: '' },
    seconds: { type: 'number', description: '' },
    bytes: { type: 'integer', description: '' },
  },
} as const satisfies Table;

test('one header row, CRLF ends, quotes only where needed, empty for unknown, never rounded', () => {
  const rows = [
    { name: 'plain', seconds: 0.1 + 0.2, bytes: null },
    { name: 'a "quoted", name', seconds: null, bytes: 0 },
  ];
  expect(toCsv(table, rows)).toBe(
    'name,seconds,bytes\r\nplain,0.30000000000000004,\r\n"a ""quoted"", name",,0\r\n',
  );
});

test('every row comes back as it was', () => {
  const row = fc.record({
    // A key is never empty, and an empty cell means unknown.
    name: fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom('=cmd', '-', '-1', "'+", '\t@', '"', '\r'),
    ),
    seconds: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    bytes: fc.option(fc.maxSafeNat()),
  });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const expected = rows.map((one) => ({
        ...one,
        seconds: one.seconds === 0 ? 0 : one.seconds,
      }));
      expect(fromCsv(table, toCsv(table, rows))).toEqual(expected);
    }),
  );
});

test('no text is a formula; a number that is negative stays one', () => {
  const csv = toCsv(table, [{ name: '=HYPERLINK("x","y")', seconds: -1, bytes: 0 }]);
  expect(csv.split('\r\n')[1]).toBe(`"'=HYPERLINK(""x"",""y"")",-1,0`);
});

describe('a table that is not as tasktax wrote it is one clear line', () => {
  const strict = {
    ...table,
    fields: {
      ...table.fields,
      name: { type: 'string', required: true, description: '' },
      kind: { type: 'string', values: ['big', 'small'], description: '' },
    },
  } as const satisfies Table;
  const head = 'name,seconds,bytes,kind\r\n';

  test.each([
    [
      'a word for a number',
      'a,soon,1,big',
      'things.csv, line 2: "seconds" is "soon", not a number',
    ],
    ['half a byte', 'a,1,0.5,big', '"bytes" is "0.5", not an integer'],
    ['no number at all', 'a,NaN,1,big', '"seconds" is "NaN", not a number'],
    ['an unknown word', 'a,1,1,medium', '"kind" is "medium", not one of big, small'],
    ['no key', ',1,1,big', '"name" is empty'],
    ['a cell too few', 'a,1,1', 'things.csv: Invalid Record Length'],
    ['an open quote', '"a,1,1,big', 'things.csv: Quote Not Closed'],
  ])('%s', (_, line, message) => {
    expect(() => fromCsv(strict, `${head}${line}\r\n`)).toThrow(message);
    expect(() => fromCsv(strict, `${head}${line}\r\n`)).toThrow(UsageError);
  });

  test('for who has looked for the columns that it needs, a younger one is unknown; a required one is not', () => {
    const csv = 'name,seconds\r\na,1\r\n';
    expect(fromCsv(strict, csv, 'unknown')).toEqual([
      { name: 'a', seconds: 1, bytes: null, kind: null },
    ]);
    expect(() => fromCsv(strict, 'seconds\r\n1\r\n', 'unknown')).toThrow(
      'things.csv has no column "name": another version of tasktax wrote it',
    );
  });

  test('columns of another version', () => {
    expect(() => fromCsv(strict, 'name,seconds\r\na,1\r\n')).toThrow(
      'things.csv has no column "bytes", "kind": another version of tasktax wrote it',
    );
  });
});
