/** How a chart is to look: everything that is not its data. */
export interface ChartStyle {
  /** In CSS pixels; the height follows from what there is to draw. */
  readonly width: number;
  readonly theme: Theme;
  /** Whether the chart carries its own title: an image that travels alone does, a figure of a page does not. */
  readonly titled: boolean;
  /** Undefined: the scale that suits the chart. */
  readonly scale: Scale | undefined;
  /** Memory less what the runtime needs without a task. */
  readonly net: boolean;
}

export type Scale = 'linear' | 'log';

/** The colours of a chart. */
export interface Theme {
  readonly name: 'light' | 'dark';
  readonly background: string;
  readonly ink: string;
  /** For what is read second: subtitles, ticks. */
  readonly muted: string;
  readonly grid: string;
  /** Where all bars mean the same. */
  readonly bar: string;
  /**
   * For lines that must be told apart: Okabe and Ito's palette for all kinds of colour vision (Color Universal Design,
   * 2008), darkened or lightened to a contrast of 3 against the background. More runtimes than colours differ
   * in dashes and symbols.
   */
  readonly lines: readonly string[];
}

export const THEMES: Readonly<Record<Theme['name'], Theme>> = {
  light: {
    name: 'light',
    background: '#ffffff',
    ink: '#1b1b1b',
    muted: '#5c5c5c',
    grid: '#e3e3e3',
    bar: '#4f8fbf',
    lines: ['#0072b2', '#d55e00', '#00855f', '#b0558a', '#a97400', '#2b90c8', '#3d3d3d'],
  },
  dark: {
    name: 'dark',
    background: '#16181b',
    ink: '#ececec',
    muted: '#a9adb3',
    grid: '#33373d',
    bar: '#4b86b4',
    lines: ['#56b4e9', '#f08a4b', '#2fc398', '#dd8fbb', '#e6b030', '#8fa8ff', '#d8d8d8'],
  },
};

/** No font is fetched: the reader's own. */
export const FONT_FAMILY = 'system-ui, sans-serif';

/** Below it, as on a phone, names go without versions and panels stand one below the other. */
export const NARROW_WIDTH = 520;
