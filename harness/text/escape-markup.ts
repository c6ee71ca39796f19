import { withoutMailLinks } from './mail-links.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML cannot hold, escaped or not (XML 1.0, production 2), and what no reader sees. */
const UNSEEN = /[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]+/gu;

/** Text as text in HTML and SVG, in an element or a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/**
 * Text as text in Markdown: whatever could be markup is written as a character reference, which never is
 * (CommonMark 0.31, 2.5).
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(UNSEEN, ' ')
    .replace(/[\\`*_[\]<>|~&$#]|:(?=\/\/)|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Text as text in a Markdown page that may stand on GitHub: as `escapeMarkdown`, and no name becomes a mail link. */
export function markdownText(text: string): string {
  return withoutMailLinks(text, escapeMarkdown);
}
