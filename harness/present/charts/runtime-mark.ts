import type { ChartRuntime } from './chart-figure.ts';
import type { Theme } from './chart-style.ts';

/** What distinguishes a runtime from the others: the colour of its language, and its own symbol and dashes. */
export interface RuntimeMark {
  readonly color: string;
  readonly symbol: (typeof SYMBOLS)[number];
  readonly dash: (typeof DASHES)[number];
}

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'] as const;
const DASHES = ['solid', [6, 3], [2, 2], [8, 3, 2, 3]] as const;

/** The mark of a runtime: of one colour, the first twenty share no pair of symbol and dashes. */
export function runtimeMark({ hue, variant }: ChartRuntime, { hues }: Theme): RuntimeMark {
  return {
    color: hues[hue % hues.length] ?? '',
    symbol: SYMBOLS[variant % SYMBOLS.length] ?? 'circle',
    dash: DASHES[variant % DASHES.length] ?? 'solid',
  };
}
