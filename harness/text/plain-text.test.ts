import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
  ['as it is', 'Größe 1 → 2 ✓ 😀', 'Größe 1 → 2 ✓ 😀'],
  ['colours', '\u001b[31merror\u001b[0m: no', 'error: no'],
  ['a title for the window', 'a\u001b]0;mine\u0007b', 'ab'],
  ['a cleared screen', 'x\u001b[2J\u001b[Hy', 'xy'],
  ['several lines', 'one\r\ntwo\u2028three', 'one two three'],
  ['NUL, DEL and C1', 'a\0b\u007fc\u0085d', 'a b c d'],
  ['text that would run backwards', 'a\u202egpj.exe', 'a gpj.exe'],
  ['half a character', 'a\ud800b', 'a b'],
])('%s', (_, text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test('whatever a program prints: one short line with nothing that a terminal would obey', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\u001b[', '\u009b', '\u001b]8;;', '\u202e', '\r', '\n', '\t', '\ud83d'),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const plain = plainText(parts.join(''));
      expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(plain).toBe(plain.trim());
      expect([...plain].length).toBeLessThanOrEqual(501);
    }),
    { numRuns: 5_000 },
  );
});

test('what is plain stays as it is, and long text keeps its beginning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainText(plainText(text))).toBe(plainText(text));
    }),
  );
  expect(plainText('x'.repeat(100_000))).toBe(`${'x'.repeat(500)}…`);
});
