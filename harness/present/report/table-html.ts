import { escapeMarkup } from '../../text/escape-markup.ts';
import { alignmentsOf, type ReportTable } from './report-table.ts';

/** Cells longer than this may break into lines. */
const SENTENCE = 40;

/** How a table appears in the page. */
interface TableForm {
  readonly id?: string;
  /** Its name for screen readers. */
  readonly label: string;
}

/** A table whose heads are buttons that sort it, by the page's script; a wide table scrolls on its own. */
export function tableHtml(table: ReportTable, { id, label }: TableForm): string {
  const { head, rows, ratioColumn } = table;
  const alignments = alignmentsOf(table);
  const classOf = (column: number, isLong = false) => {
    const classes = [
      ...(alignments[column] === 'left' ? ['text'] : []),
      ...(column === ratioColumn ? ['ratio'] : []),
      ...(isLong ? ['long'] : []),
    ];
    return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  };
  const heads = head.map(
    (name, column) =>
      `<th scope="col"${classOf(column)}><button type="button">${escapeMarkup(name)}</button></th>`,
  );
  const body = rows.map(({ cells, runtimeId }) => {
    const columns = cells.map(({ text, value }, column) => {
      return `<td${classOf(column, text.length > SENTENCE)} data-value="${escapeMarkup(String(value ?? ''))}">${escapeMarkup(text)}</td>`;
    });
    const runtime = runtimeId === undefined ? '' : ` data-runtime="${escapeMarkup(runtimeId)}"`;
    return `<tr${runtime}>${columns.join('')}</tr>`;
  });
  return `<div class="scroll" role="region" aria-label="${escapeMarkup(label)}" tabindex="0"><table${id ? ` id="${id}"` : ''}>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}
