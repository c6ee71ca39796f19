/** How a chart looks: everything but its data. */
export interface ChartStyle {
  /** In CSS pixels; the height follows from what there is to draw. */
  readonly width: number;
  readonly theme: Theme;
  /** Whether the chart has its title in it: an image on its own does, a chart of the page does not. */
  readonly titled: boolean;
  /** Undefined: the scale that suits the chart. */
  readonly scale: Scale | undefined;
  /** Memory net of what the runtime needs without tasks. */
  readonly net: boolean;
}

export type Scale = 'linear' | 'log';

/** The colours of a chart. */
export interface Theme {
  readonly name: 'light' | 'dark';
  readonly background: string;
  readonly ink: string;
  /** For secondary text: subtitles, ticks. */
  readonly muted: string;
  readonly grid: string;
  /** What marks the place of the keyboard, and what is chosen. */
  readonly accent: string;
  /**
   * A colour for each family of languages, in the order of `FAMILIES`, and one more: Okabe and Ito's palette for all
   * kinds of colour vision (Color Universal Design, 2008), darkened or lightened to a contrast of 3 against the
   * background. Runtimes of one family differ in dashes and symbols.
   */
  readonly hues: readonly string[];
}

export const THEMES: Readonly<Record<Theme['name'], Theme>> = {
  light: {
    name: 'light',
    background: '#ffffff',
    ink: '#1b1b1b',
    muted: '#5c5c5c',
    grid: '#e3e3e3',
    accent: '#0072b2',
    hues: ['#a97400', '#0072b2', '#d55e00', '#2b90c8', '#00855f', '#b0558a', '#3d3d3d'],
  },
  dark: {
    name: 'dark',
    background: '#16181b',
    ink: '#ececec',
    muted: '#a9adb3',
    grid: '#33373d',
    accent: '#56b4e9',
    hues: ['#e6b030', '#56b4e9', '#f08a4b', '#8fa8ff', '#2fc398', '#dd8fbb', '#d8d8d8'],
  },
};

/** The reader's own font: none is fetched. */
export const FONT_FAMILY = 'system-ui, sans-serif';

/** On narrower charts, as on a phone, names have no versions, and panels stand one below the other. */
export const NARROW_WIDTH = 520;
