import type { Theme } from './chart-style.ts';

/** What distinguishes a line from the others: colour, symbol and dashes, never colour alone. */
export interface LineMark {
  readonly color: string;
  readonly symbol: (typeof SYMBOLS)[number];
  readonly dash: (typeof DASHES)[number];
}

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const;
const DASHES = ['solid', 'dashed', 'dotted'] as const;

/** The mark of the runtime at a place: no two of the first 7 x 3 share both colour and dashes. */
export function lineMark(place: number, { lines }: Theme): LineMark {
  const round = Math.floor(place / lines.length);
  return {
    color: lines[place % lines.length] ?? '',
    symbol: SYMBOLS[place % SYMBOLS.length] ?? 'circle',
    dash: DASHES[round % DASHES.length] ?? 'solid',
  };
}
