import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText, textOfCsv } from './csv-text.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1", "''@x"])(
  '%j is no formula any more',
  (text) => {
    expect(csvText(text)).toBe(`'${text}`);
  },
);

test.each(['-', 'seconds=10', "it's", "'quoted'", 'exit code 1: -', ''])('%j stays', (text) => {
  expect(csvText(text)).toBe(text);
});

test('every text comes back to the letter', () => {
  const piece = fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '＝', 'a', '1');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join('');
      expect(textOfCsv(csvText(text))).toBe(text);
      if (csvText(text) !== '-') expect(csvText(text)).not.toMatch(/^[=+\-@＝\t\r]/);
    }),
    { numRuns: 5_000 },
  );
});
