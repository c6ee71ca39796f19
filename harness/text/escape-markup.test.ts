import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown, escapeMarkup, markdownText } from './escape-markup.ts';

const HOSTILE = '<script>alert(1)</script>|**x**';

test('markup is text in HTML, in elements and in attributes', () => {
  expect(escapeMarkup(HOSTILE)).toBe('&lt;script&gt;alert(1)&lt;/script&gt;|**x**');
  expect(escapeMarkup(`" onload='x' &amp;`)).toBe('&quot; onload=&#39;x&#39; &amp;amp;');
});

test('markup is text in Markdown', () => {
  expect(escapeMarkdown(HOSTILE)).toBe(
    '&#60;script&#62;alert(1)&#60;/script&#62;&#124;&#42;&#42;x&#42;&#42;',
  );
  expect(escapeMarkdown('[a](javascript:x) `b` https://c www.d.e')).not.toMatch(/[[`]|:\/\/|www\./);
});

test('what people write stays as it is', () => {
  const plain = 'python-uvloop@3.11.7+uvloop-0.23.0: 1,785 B (1,784–1,785), ±0.1 %';
  expect(escapeMarkdown(plain)).toBe(plain);
  expect(escapeMarkup(plain)).toBe(plain);
});

test('a name with a version is code, and what is around it is text', () => {
  expect(markdownText('DENO_DIR of node@26.10.0, `a_b`')).toBe(
    'DENO&#95;DIR of `node@26.10.0`, &#96;a&#95;b&#96;',
  );
});

test('no text can leave its place, or hold what XML cannot', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeMarkup(text)).not.toMatch(/[<>"'\p{Cc}\p{Cs}]/u);
      expect(escapeMarkdown(text)).not.toMatch(/[\\`*_[\]<>|\p{Cc}\p{Cs}]/u);
      expect(markdownText(text).replaceAll(/`[\w.+-]+@[\w.+-]+`/g, '')).not.toMatch(
        /[\\`*_[\]<>|\p{Cc}\p{Cs}]/u,
      );
    }),
  );
});
