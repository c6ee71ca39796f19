import { expect, test } from 'vitest';
import { withoutMailLinks } from './mail-links.ts';

test.each([
  ['With 1 task, node@26.10.0 is best.', 'With 1 task, `node@26.10.0` is best.'],
  ['python-uvloop@3.11.7+uvloop-0.23.0: 2 B', '`python-uvloop@3.11.7+uvloop-0.23.0`: 2 B'],
  ["go@1.26.8's", "`go@1.26.8`'s"],
  ['**go@1.26.8**', '**`go@1.26.8`**'],
  ['node@26 and @deno/linux-x64', 'node@26 and @deno/linux-x64'],
])('%s', (text, markdown) => {
  expect(withoutMailLinks(text, (part) => part)).toBe(markdown);
});

test('everything else is escaped, and nothing twice', () => {
  const escaped = (part: string) => part.replaceAll('<', '&lt;');
  expect(withoutMailLinks('<b>a@1.0<b>', escaped)).toBe('&lt;b>`a@1.0`&lt;b>');
});
