import { expect, test } from 'vitest';
import { escapeMarkdown } from './escape-markup.ts';
import { markdownTable } from './markdown-table.ts';

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
  [escapeMarkdown('a_b & <c>'), 'a&#95;b &#38; &#60;c&#62;'],
])('%j is text, not markup', (text, cell) => {
  expect(markdownTable(['x'], [[text]]).split('\n')[2]).toBe(`| ${cell} |`);
});
