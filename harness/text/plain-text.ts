import { stripVTControlCharacters } from 'node:util';

/** Enough for a sentence; what is longer was not meant as one. */
const LONGEST = 500;

/** What a terminal, a table or a page would obey or hide: controls, marks of direction, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/**
 * Text of a program that is not ours (its last words, its version, its name) as one line that is safe to print: without
 * colours, control characters and marks of direction, cut where it is too long. Markup is text here: a page that
 * shows it escapes it.
 */
export function plainText(text: string, longest = LONGEST): string {
  const line = stripVTControlCharacters(text).replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest).join('')}…`;
}
