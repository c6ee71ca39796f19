import type { Ranking } from '../ranking.ts';

/** Lets the reader choose the baseline of a table's ratios. */
export function compareWith(section: number, { ratios }: Ranking): void {
  const select = document.querySelector<HTMLSelectElement>(`#baseline-${section}`);
  const table = document.querySelector(`#table-${section}`);
  if (select === null || table === null) return;
  const cells = table.querySelectorAll<HTMLElement>('td.ratio');
  const toTheBest = [...cells].map(({ textContent, dataset }) => ({
    text: textContent ?? '',
    value: dataset.value ?? '',
  }));
  const head = table.querySelector('th.ratio button');
  select.addEventListener('change', () => {
    const baseline = ratios[select.value];
    if (head !== null) head.textContent = baseline ? `to ${select.value}` : 'to the best';
    for (const [index, cell] of cells.entries()) {
      const runtime = cell.closest('tr')?.dataset.runtime ?? '';
      const shown = baseline ? baseline[runtime] : toTheBest[index];
      cell.textContent = shown?.text ?? '—';
      cell.dataset.value = String(shown?.value ?? '');
    }
    table.querySelector('th.ratio')?.removeAttribute('aria-sort');
  });
}
