import type { Scale } from '../../charts/chart-style.ts';

/** What the reader has chosen to see. */
export interface View {
  readonly theme: 'light' | 'dark';
  /** Undefined: the best for each chart. */
  readonly scale: Scale | undefined;
  readonly net: boolean;
  readonly hidden: ReadonlySet<string>;
  /** The most that a chart may take, in CSS pixels. */
  readonly widest: number;
}

/** Paper is white, and A4 between its margins is this wide. */
export const ON_PAPER = { theme: 'light', widest: 680 } as const;

/** Reads the page's controls. */
export function chosenView(controls: HTMLFormElement, systemIsDark: boolean): View {
  const chosen = new FormData(controls);
  const theme = chosen.get('theme');
  const scale = chosen.get('scale');
  const boxes = boxesIn(controls);
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : systemIsDark ? 'dark' : 'light',
    scale: scale === 'linear' || scale === 'log' ? scale : undefined,
    net: chosen.get('memory') === 'net',
    widest: Number.POSITIVE_INFINITY,
    hidden: new Set(boxes.filter(({ checked }) => !checked).map(({ value }) => value)),
  };
}

/** The box of each runtime. */
export function boxesIn(controls: HTMLFormElement): readonly HTMLInputElement[] {
  return [...controls.querySelectorAll<HTMLInputElement>('input[name=runtime]')];
}
