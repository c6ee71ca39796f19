// The script of pages with charts. Until the reader does something, a picture stands in for the chart that is seen first: what
// draws charts is large, and a phone is busy with it for a second.

import { startPage } from '../../report/page/start-page.ts';

const ACTIONS = [
  'pointermove',
  'pointerdown',
  'keydown',
  'wheel',
  'scroll',
  'focusin',
  'beforeprint',
];

startPage(async () => {
  if (hasPicture() && !isUnderWay()) await firstAction();
  return import('../../report/page/interactive-charts.ts');
});

function hasPicture(): boolean {
  return document.querySelector('.chart picture') !== null;
}

/** Whether the reader came with choices, or to a place further down. */
function isUnderWay(): boolean {
  return location.search !== '' || location.hash !== '' || scrollY > 0;
}

function firstAction(): Promise<void> {
  return new Promise((resolve) => {
    const heard = new AbortController();
    const hear = () => {
      heard.abort();
      resolve();
    };
    for (const action of ACTIONS) {
      addEventListener(action, hear, { passive: true, signal: heard.signal });
    }
  });
}
