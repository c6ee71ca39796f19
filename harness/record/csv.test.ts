import fc from 'fast-check';
import { expect, test } from 'vitest';
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
    name: fc.string({ minLength: 1, unit: 'grapheme' }),
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
