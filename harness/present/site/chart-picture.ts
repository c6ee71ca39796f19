import type { Chart } from '../charts/chart.ts';
import { THEMES, type Theme } from '../charts/chart-style.ts';
import { chartSvg } from '../charts/chart-svg.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { echarts } from '../charts/echarts-build.ts';
import { PAGE_WIDTHS } from '../report/section-html.ts';
import { writeSiteFile } from './write-pages.ts';

type Size = keyof typeof PAGE_WIDTHS;
const SIZES = ['narrow', 'wide'] as const satisfies readonly Size[];
const THEME_NAMES = ['light', 'dark'] as const satisfies readonly Theme['name'][];

/** Where `page.css` goes over to the layout of a phone. */
const NARROW_SCREEN = '(max-width: 40rem)';
const DARK = '(prefers-color-scheme: dark)';

const pathOf = ({ id }: Chart, size: Size, theme: Theme['name']) =>
  `charts/${id}.${size}.${theme}.svg`;

/** What stands in for a chart until its page can draw it: an image for each kind of screen. The chart around it has its words. */
export function chartPicture(chart: Chart): string {
  const source = (size: Size, media: string, theme: Theme['name']) =>
    `<source media="${media}" srcset="${pathOf(chart, size, theme)}" ${dimensions(chart, size)}>`;
  return `<picture>${source('narrow', `${NARROW_SCREEN} and ${DARK}`, 'dark')}${source('narrow', NARROW_SCREEN, 'light')}${source('wide', DARK, 'dark')}<img alt="" src="${pathOf(chart, 'wide', 'light')}" ${dimensions(chart, 'wide')}></picture>`;
}

function dimensions(chart: Chart, size: Size): string {
  const width = PAGE_WIDTHS[size];
  const style = { width, theme: THEMES.light, titled: false, scale: undefined, net: false };
  return `width="${width}" height="${drawChart(chart, style).height}"`;
}

/** Writes the images that `chartPicture` shows into the folder of its page. */
export function writePictures(chart: Chart, folder: string): void {
  for (const size of SIZES) {
    for (const theme of THEME_NAMES) {
      const svg = chartSvg(chart, theme, echarts, PAGE_WIDTHS[size], false);
      writeSiteFile(folder, pathOf(chart, size, theme), svg);
    }
  }
}
