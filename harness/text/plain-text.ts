import { stripVTControlCharacters } from 'node:util';

/** Long enough for any sentence. */
const LONGEST = 500;

/** Characters that a terminal or a page would interpret or hide: controls, direction marks, lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** What needs no change: printable ASCII without blanks at an end or next to each other, as nearly all texts are. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Turns untrusted text (the stderr, version or name of a program) into one line that is safe to print: without colours,
 * control characters and direction marks, and truncated to `longest` characters. Markup is kept: the page that shows the
 * text escapes it.
 */
export function plainText(text: string, longest = LONGEST): string {
  if (text.length <= longest && PLAIN.test(text)) return text;
  const line = stripVTControlCharacters(text).replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest).join('')}…`;
}
