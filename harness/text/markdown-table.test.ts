import { expect, test } from 'vitest';
import { escapeMarkdown } from './escape-markup.ts';
import { markdownTable, markdownTextTable } from './markdown-table.ts';

test('the first column is text, the others are figures', () => {
  expect(markdownTable(['runtime', '1'], [['node@26', '50 MB ±0.1 %']])).toBe(
    '| runtime | 1 |\n| --- | ---: |\n| node@26 | 50 MB ±0.1 % |',
  );
});

test.each([
  ['a | b', 'a \\| b'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
  ['[here](javascript:x)', '\\[here](javascript:x)'],
  ['![x](http://y)', '!\\[x](http://y)'],
  ['`code`', '`code`'],
  ['&lt;b>', '&amp;lt;b>'],
  ['a\\| b', 'a\\\\\\| b'],
  ['two\nlines', 'two lines'],
  ['`sleep` go@1.26.8, `node@1.2`', '`sleep` `go@1.26.8`, `node@1.2`'],
  [escapeMarkdown('a_b & <c>'), 'a&#95;b &#38; &#60;c&#62;'],
])('%j is text, not markup', (text, cell) => {
  expect(markdownTable(['x'], [[text]]).split('\n')[2]).toBe(`| ${cell} |`);
});

test('text from anywhere is escaped once, and stands where its column says', () => {
  const table = markdownTextTable(
    ['variable', 'runs'],
    [['DENO_DIR of deno@2.9.5', '3']],
    ['left', 'right'],
  );
  expect(table).toBe('| variable | runs |\n| --- | ---: |\n| DENO&#95;DIR of `deno@2.9.5` | 3 |');
});
