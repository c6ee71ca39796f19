import { findingOf } from '../finding.ts';
import { restoreChoice, storeChoice } from './choice-in-url.ts';
import { compareWith } from './compare-with.ts';
import type { InteractiveChart } from './interactive-charts.ts';
import type { PageData } from './page-data.ts';
import { makeSortable } from './sort-table.ts';
import { boxesIn, chosenView, ON_PAPER, type View } from './view.ts';

/** What draws charts, and is by far the largest part of a page's script. */
type Charts = typeof import('./interactive-charts.ts');

/**
 * Makes a page work: its controls, its tables and, once what draws them is there, its charts.
 *
 * @param loadCharts is asked once, when the page shows what the reader has chosen.
 */
export async function startPage(loadCharts: () => Promise<Charts>): Promise<void> {
  const data: PageData = JSON.parse(document.querySelector('#report-data')?.textContent ?? '');
  for (const table of document.querySelectorAll('table')) makeSortable(table);
  for (const [index, ranking] of data.rankings.entries()) compareWith(index, ranking);
  const controls = document.querySelector<HTMLFormElement>('#controls');
  if (controls === null) return;
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  restoreChoice(controls);
  let isPrinting = false;
  const view = (): View => ({
    ...chosenView(controls, systemIsDark.matches),
    ...(isPrinting ? ON_PAPER : {}),
  });
  let charts: Charts | undefined;
  let figures: readonly InteractiveChart[] = [];

  const show = () => {
    const { theme, hidden } = view();
    document.documentElement.dataset.theme = theme;
    for (const row of document.querySelectorAll<HTMLElement>('tr[data-runtime]')) {
      row.hidden = hidden.has(row.dataset.runtime ?? '');
    }
    const boxes = boxesIn(controls).length;
    const count = controls.querySelector('#runtime-count');
    if (count !== null) count.textContent = `${boxes - hidden.size} of ${boxes}`;
    for (const [index, ranking] of data.rankings.entries()) {
      const finding = document.querySelector(`#finding-${index}`);
      if (finding !== null) finding.textContent = findingOf(ranking, hidden);
    }
    charts?.redrawSeen(figures, view());
  };
  const change = () => {
    storeChoice(controls);
    show();
  };
  controls.addEventListener('change', change);
  controls.addEventListener('submit', (event) => event.preventDefault());
  for (const [id, checked] of [
    ['#all', true],
    ['#none', false],
  ] as const) {
    controls.querySelector(id)?.addEventListener('click', () => {
      for (const box of boxesIn(controls)) box.checked = checked;
      change();
    });
  }
  systemIsDark.addEventListener('change', show);
  for (const event of ['beforeprint', 'afterprint'] as const) {
    addEventListener(event, () => {
      isPrinting = event === 'beforeprint';
      charts?.redrawAll(figures, view());
    });
  }
  controls.hidden = false;
  show();
  charts = await loadCharts();
  figures = charts.drawInteractive(data.charts, view);
}
