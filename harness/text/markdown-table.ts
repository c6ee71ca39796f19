/** A Markdown table; the first column is text, or the first few are, the others are figures and stand to the right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  textColumns = 1,
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  const rule = head.map((_, column) => (column < textColumns ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/**
 * A cell holds text, at most set as code: a bar would end it, and no tag, link or picture is meant. What `escapeMarkdown`
 * has made of a sign stays as it is.
 */
function escapeCell(text: string): string {
  return text
    .replace(/&(?!#\d+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\|[]/g, '\\$&')
    .replaceAll('\n', ' ');
}
