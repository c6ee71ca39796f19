import { escapeMarkup } from '../../text/escape-markup.ts';
import type { Chart } from '../charts/chart.ts';
import { chartPath } from '../charts/chart-files.ts';
import { jsonInScript } from '../report/inline-scripts.ts';
import type { Report } from '../report/report.ts';
import { pageDataOf, reportContent } from '../report/report-content.ts';
import { figureHtml } from '../report/section-html.ts';
import { chartPicture } from './chart-picture.ts';
import type { SitePage } from './site-page.ts';

/** The report of a results folder as a page of the site, and a page for each chart that others can put into theirs. */
export function suitePages(
  slug: string,
  report: Report,
  tables: readonly string[],
): readonly SitePage[] {
  const folder = `suites/${slug}`;
  const data = pageDataOf(report);
  const lead = leadChart(report);
  const downloads = tables.map((file) => `<a href="data/${file}" download>${file}</a>`);
  const page: SitePage = {
    path: `${folder}/index.html`,
    title: `${report.facts.title} · tasktax`,
    description: descriptionOf(report),
    content: `${reportContent(report, (chart) => ({
      picture: chart === lead ? chartPicture(chart) : '',
      below: chartLinks(chart),
    }))}<footer><p>The tables behind this page: ${downloads.join(', ')}.</p>
<p>Measured ${report.facts.createdAt.slice(0, 10)} with tasktax. Charts: Apache ECharts.</p></footer>`,
    script: { file: 'suite.js', data: jsonInScript(data) },
  };
  return [page, ...data.charts.map((chart) => embedPage(folder, chart, report))];
}

/** The chart that a reader sees first. */
export function leadChart({ sections }: Report): Chart | undefined {
  return sections[0]?.charts[0];
}

/** The first answer that a report gives. */
function descriptionOf({ sections, outcome }: Report): string {
  return sections[0]?.finding ?? outcome;
}

function chartLinks(chart: Chart): string {
  const png = chartPath(chart, 'light', 'png');
  const svg = chartPath(chart, 'light', 'svg');
  return `<p class="links"><a href="${png}" download>PNG</a> <a href="${svg}" download>SVG</a> <a href="embed-${chart.id}.html">chart alone, to embed</a></p>\n`;
}

/** The script that draws charts reads the choices of a form; here it is there for it alone. */
const HIDDEN_CONTROLS = '<div hidden><form id="controls"></form></div>';

function embedPage(folder: string, chart: Chart, { facts }: Report): SitePage {
  const below = `<p class="muted">${escapeMarkup(chart.context)} <a href="index.html" target="_top">tasktax: all figures</a></p>`;
  return {
    path: `${folder}/embed-${chart.id}.html`,
    title: `${chart.title} · ${facts.title}`,
    description: chart.alt.slice(0, 300),
    content: `<main class="embed">${HIDDEN_CONTROLS}${figureHtml(chart, { picture: '', below })}</main>`,
    script: { file: 'suite.js', data: jsonInScript({ charts: [chart], rankings: [] }) },
    image: `${folder}/${chartPath(chart, 'light', 'png')}`,
    isEmbedded: true,
  };
}
