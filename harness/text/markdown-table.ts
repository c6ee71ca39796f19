import { markdownText } from './escape-markup.ts';
import { withoutMailLinks } from './mail-links.ts';

/** On which side the cells of a column stand: text to the left, figures to the right. */
export type Alignment = 'left' | 'right';

/** A Markdown table of our own words and figures: the first few columns are text, the others are figures. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  textColumns = 1,
): string {
  const alignments = head.map((_, column) => (column < textColumns ? 'left' : 'right'));
  return tableOf([head, ...rows], alignments, ownCell);
}

/** A Markdown table of text from anywhere, of which nothing is markup. */
export function markdownTextTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): string {
  return tableOf([head, ...rows], alignments, markdownText);
}

function tableOf(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
  cell: (text: string) => string,
): string {
  const [head, ...body] = rows.map((cells) => `| ${cells.map(cell).join(' | ')} |`);
  const rule = alignments.map((alignment) => (alignment === 'left' ? '---' : '---:'));
  return [head, `| ${rule.join(' | ')} |`, ...body].join('\n');
}

const CODE = /(`[^`]*`)/;

/** A cell that may have code in it already. */
function ownCell(text: string): string {
  return text
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? escapeCell(part) : withoutMailLinks(part, escapeCell)))
    .join('');
}

/**
 * A cell holds text, at most set as code or bold: a bar would end it, and no tag, link or picture is meant. What
 * `escapeMarkdown` has made of a sign stays as it is.
 */
function escapeCell(text: string): string {
  return text
    .replace(/&(?!#\d+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\|[]/g, '\\$&')
    .replaceAll('\n', ' ');
}
