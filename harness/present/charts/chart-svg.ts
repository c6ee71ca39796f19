import { escapeMarkup } from '../../text/escape-markup.ts';
import type { Chart } from './chart.ts';
import { THEMES, type Theme } from './chart-style.ts';
import { drawChart } from './draw-chart.ts';

/** As wide as a column of a blog, in CSS pixels. */
const IMAGE_WIDTH = 700;

/**
 * Draws a chart as an SVG file of its own: named for those who do not see it, without scripts, styles or fonts from
 * elsewhere, and the same bytes whenever it is drawn.
 */
export function chartSvg(
  chart: Chart,
  theme: Theme['name'],
  echarts: typeof import('echarts'),
): string {
  const { option, height } = drawChart(chart, {
    width: IMAGE_WIDTH,
    theme: THEMES[theme],
    titled: true,
    scale: undefined,
    net: false,
  });
  const drawn = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: IMAGE_WIDTH,
    height,
  });
  try {
    drawn.setOption(option);
    return describe(still(drawn.renderToSVGString()), chart);
  } finally {
    drawn.dispose();
  }
}

/** What ECharts adds for a page that is alive: rules for pointing at things, and marks for finding them again. */
const FOR_LIVE_PAGES =
  / (?:class="zr[^"]*"|ecmeta_[a-z_]+="[^"]*"|pointer-events="[^"]*")|<style\s*>.*?<\/style>/gs;

/** Drops what an image cannot use; ids count from the start of the process, here from the start of the image. */
function still(svg: string): string {
  return svg
    .replace(FOR_LIVE_PAGES, '')
    .replace(/\bzr\d+-/g, 'zr-')
    .replace(/\n{2,}/g, '\n');
}

function describe(svg: string, { id, title, alt }: Chart): string {
  const words = `<title id="${id}-title">${escapeMarkup(title)}</title>\n<desc id="${id}-desc">${escapeMarkup(alt)}</desc>\n`;
  const role = ` role="img" aria-labelledby="${id}-title ${id}-desc"`;
  return `${svg.replace(/^<svg([^>]*)>\n?/, (_, attributes) => `<svg${attributes}${role}>\n${words}`)}\n`;
}
