import { escapeMarkup } from '../../text/escape-markup.ts';
import type { ReportTable } from './report-table.ts';

/** A cell that holds this much is a sentence, and may break. */
const SENTENCE = 40;

/** How a table stands in the page. */
interface TableForm {
  readonly id?: string;
  readonly kind: 'figures' | 'prose';
  /** For those who do not see where it stands. */
  readonly label: string;
}

/** A table whose heads are buttons, for the page's script to sort by; wide ones scroll by themselves. */
export function tableHtml(
  { head, rows, ratioColumn }: ReportTable,
  { id, kind, label }: TableForm,
): string {
  const heads = head.map(
    (name, column) =>
      `<th scope="col"${column === ratioColumn ? ' class="ratio"' : ''}><button type="button">${escapeMarkup(name)}</button></th>`,
  );
  const body = rows.map(({ cells, runtimeId }) => {
    const columns = cells.map(({ text, value }, column) => {
      const classes = column === ratioColumn ? 'ratio' : text.length > SENTENCE ? 'long' : '';
      return `<td${classes ? ` class="${classes}"` : ''} data-value="${escapeMarkup(String(value ?? ''))}">${escapeMarkup(text)}</td>`;
    });
    const runtime = runtimeId === undefined ? '' : ` data-runtime="${escapeMarkup(runtimeId)}"`;
    return `<tr${runtime}>${columns.join('')}</tr>`;
  });
  return `<div class="scroll" role="region" aria-label="${escapeMarkup(label)}" tabindex="0"><table${id ? ` id="${id}"` : ''}${kind === 'prose' ? ' class="prose"' : ''}>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}
