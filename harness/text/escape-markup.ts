import { withoutMailLinks } from './mail-links.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML forbids even when escaped (XML 1.0, production 2), and invisible control characters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]+/gu;

/** Escapes text for HTML and SVG, in an element or a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/**
 * Escapes text for Markdown: possible markup becomes character references, which are never markup (CommonMark 0.31,
 * 2.5).
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(UNSEEN, ' ')
    .replace(/[\\`*_[\]<>|~&$#]|:(?=\/\/)|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Escapes text for Markdown on GitHub: like `escapeMarkdown`, and names such as `node@26.10.0` do not become mail links. */
export function markdownText(text: string): string {
  return withoutMailLinks(text, escapeMarkdown);
}
