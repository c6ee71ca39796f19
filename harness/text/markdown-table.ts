import { markdownText } from './escape-markup.ts';
import { withoutMailLinks } from './mail-links.ts';

/** The alignment of a column: left for text, right for numbers. */
export type Alignment = 'left' | 'right';

/** A Markdown table of trusted text and numbers: the first `textColumns` columns are text, the others are numbers. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  textColumns = 1,
): string {
  const alignments = head.map((_, column) => (column < textColumns ? 'left' : 'right'));
  return tableOf([head, ...rows], alignments, ownCell);
}

/** A Markdown table of untrusted text: all markup is escaped. */
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

/** Escapes a cell that may contain code spans. */
function ownCell(text: string): string {
  return text
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? escapeCell(part) : withoutMailLinks(part, escapeCell)))
    .join('');
}

/**
 * Escapes a cell of trusted text, which may contain code and bold but no tags, links or images. A bar would end the cell.
 * Character references from `escapeMarkdown` are kept.
 */
function escapeCell(text: string): string {
  return text
    .replace(/&(?!#\d+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\|[]/g, '\\$&')
    .replaceAll('\n', ' ');
}
