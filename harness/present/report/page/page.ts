// The script of report.html: it runs in the browser, bundled when the page is written.

import { findingOf } from '../finding.ts';
import { restoreChoice, storeChoice } from './choice-in-url.ts';
import { compareWith } from './compare-with.ts';
import { drawInteractive, redrawAll, redrawSeen } from './interactive-charts.ts';
import type { PageData } from './page-data.ts';
import { makeSortable } from './sort-table.ts';
import { boxesIn, chosenView, ON_PAPER, type View } from './view.ts';

const data: PageData = JSON.parse(document.querySelector('#report-data')?.textContent ?? '');
const controls = document.querySelector<HTMLFormElement>('#controls');
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

if (controls !== null) {
  restoreChoice(controls);
  let isPrinting = false;
  const view = (): View => ({
    ...chosenView(controls, systemIsDark.matches),
    ...(isPrinting ? ON_PAPER : {}),
  });
  const figures = drawInteractive(data.charts, view);

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
    redrawSeen(figures, view());
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
      redrawAll(figures, view());
    });
  }
  controls.hidden = false;
  show();
}

for (const table of document.querySelectorAll('table')) makeSortable(table);
for (const [index, ranking] of data.rankings.entries()) compareWith(index, ranking);
