import { escapeMarkup } from '../../text/escape-markup.ts';
import type { Chart } from './chart.ts';
import { THEMES, type Theme } from './chart-style.ts';
import { drawChart } from './draw-chart.ts';
import type { ECharts } from './echarts-build.ts';

/** As wide as a column of a blog, in CSS pixels. */
const IMAGE_WIDTH = 700;

/**
 * Draws a chart as an SVG file of its own: described for screen readers, without scripts, styles or foreign fonts, and
 * with the same bytes whenever it is drawn.
 *
 * @param titled whether its title is in it, as in an image on its own.
 */
export function chartSvg(
  chart: Chart,
  theme: Theme['name'],
  echarts: ECharts,
  width = IMAGE_WIDTH,
  titled = true,
): string {
  const { option, height } = drawImage(chart, theme, width, titled);
  const drawn = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width,
    height,
  });
  try {
    drawn.setOption(option);
    return describe(withoutInteraction(drawn.renderToSVGString()), chart);
  } finally {
    drawn.dispose();
  }
}

/** How large the image of a chart is, in CSS pixels. */
export function imageSize(chart: Chart): { readonly width: number; readonly height: number } {
  return { width: IMAGE_WIDTH, height: drawImage(chart, 'light').height };
}

function drawImage(chart: Chart, theme: Theme['name'], width = IMAGE_WIDTH, titled = true) {
  return drawChart(chart, {
    width,
    theme: THEMES[theme],
    titled,
    scale: undefined,
    net: false,
  });
}

/** What ECharts adds for interactive pages: rules for hovering, and attributes by which it finds its elements. */
const FOR_INTERACTION =
  / (?:class="zr[^"]*"|ecmeta_[a-z_]+="[^"]*"|pointer-events="[^"]*")|<style\s*>.*?<\/style>/gs;

/** Drops what an image cannot use, and makes ids independent of how many charts the process has drawn. */
function withoutInteraction(svg: string): string {
  return svg
    .replace(FOR_INTERACTION, '')
    .replace(/\bzr\d+-/g, 'zr-')
    .replace(/\n{2,}/g, '\n');
}

function describe(svg: string, { id, title, alt }: Chart): string {
  const words = `<title id="${id}-title">${escapeMarkup(title)}</title>\n<desc id="${id}-desc">${escapeMarkup(alt)}</desc>\n`;
  const role = ` role="img" aria-labelledby="${id}-title ${id}-desc"`;
  return `${svg.replace(/^<svg([^>]*)>\n?/, (_, attributes) => `<svg${attributes}${role}>\n${words}`)}\n`;
}
