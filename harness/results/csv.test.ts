import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANY_SIGN, LARGEST_FIGURE } from '../model/largest-figure.ts';
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
    seconds: { type: 'number', minimum: ANY_SIGN, description: '' },
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
    seconds: fc.option(fc.double({ min: ANY_SIGN, max: LARGEST_FIGURE, noNaN: true })),
    bytes: fc.option(fc.maxSafeNat().map((count) => count % LARGEST_FIGURE)),
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
    ['less than nothing', 'a,1,-1,big', '"bytes" is "-1", less than 0'],
    ['more than there is', 'a,1e308,1,big', '"seconds" is "1e+308", more than 1000000000000000'],
    ['no decimal number', 'a,0x10,1,big', '"seconds" is "0x10", not a number'],
    ['a cell too few', 'a,1,1', 'things.csv: Invalid Record Length'],
    ['an open quote', '"a,1,1,big', 'things.csv: Quote Not Closed'],
  ])('%s', (_, line, message) => {
    expect(() => fromCsv(strict, `${head}${line}\r\n`)).toThrow(message);
    expect(() => fromCsv(strict, `${head}${line}\r\n`)).toThrow(UsageError);
  });

  test('for who has looked for the columns that it needs, a younger one is unknown; a required one is not', () => {
    const csv = 'name,seconds\r\na,1\r\n';
    const older = { formerName: (column: string) => column, absent: () => '' };
    expect(fromCsv(strict, csv, older)).toEqual([
      { name: 'a', seconds: 1, bytes: null, kind: null },
    ]);
    expect(() => fromCsv(strict, 'seconds\r\n1\r\n', older)).toThrow(
      'things.csv has no column "name": another version of tasktax wrote it',
    );
  });

  test('a column that nobody knows is left out, whatever it is called', () => {
    const csv = 'constructor,name,__proto__,seconds,bytes,kind\r\nx,a,y,1,2,big\r\n';
    const [row] = fromCsv(strict, csv);
    expect(row).toEqual({ name: 'a', seconds: 1, bytes: 2, kind: 'big' });
    expect(Object.keys(row ?? {})).toEqual(Object.keys(strict.fields));
  });

  test('a column that stands there twice', () => {
    expect(() => fromCsv(strict, 'name,seconds,bytes,kind,name\r\na,1,1,big,b\r\n')).toThrow(
      'things.csv has two columns "name"',
    );
  });

  test('columns of another version', () => {
    expect(() => fromCsv(strict, 'name,seconds\r\na,1\r\n')).toThrow(
      'things.csv has no column "bytes", "kind": another version of tasktax wrote it',
    );
  });
});
