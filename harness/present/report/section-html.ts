import { escapeMarkup } from '../../text/escape-markup.ts';
import type { Chart } from '../charts/chart.ts';
import { THEMES } from '../charts/chart-style.ts';
import { drawChart } from '../charts/draw-chart.ts';
import type { ReportSection } from './report-section.ts';
import { tableHtml } from './table-html.ts';

/** A section of the page: the answer, the chart and the table behind it, and the other charts. */
export function sectionHtml(
  { id, title, about, finding, charts, table, notes, ranking }: ReportSection,
  index: number,
  around: (chart: Chart) => ChartSurroundings,
): string {
  const [lead, ...others] = charts;
  const options = ranking.ranks.map(
    ({ runtimeId }) => `<option>${escapeMarkup(runtimeId)}</option>`,
  );
  const baseline =
    options.length < 2
      ? ''
      : `<p class="compare"><label>Compare with <select id="baseline-${index}" autocomplete="off"><option value="">the best</option>${options.join('')}</select></label></p>`;
  return `<section id="${id}">
<h2>${escapeMarkup(title)}</h2>
<p class="muted">${escapeMarkup(about)}</p>
<p class="finding" id="finding-${index}">${escapeMarkup(finding)}</p>
${lead ? figureHtml(lead, around(lead)) : ''}
${baseline}
${tableHtml(table, { id: `table-${index}`, label: title })}
${notes.map((note) => `<p class="muted">${escapeMarkup(note)}</p>`).join('\n')}
${others.map((chart) => figureHtml(chart, around(chart))).join('\n')}
</section>`;
}

/** The widths of charts on a phone and on a desktop, in CSS pixels. */
export const PAGE_WIDTHS = { narrow: 350, wide: 1184 } as const;

/** Markup around a chart. */
export interface ChartSurroundings {
  /** Stands in for the chart until it is drawn. */
  readonly picture: string;
  /** Links to its files, where it has any. */
  readonly below: string;
}

/** A chart's place in a page, with its words. */
export function figureHtml(chart: Chart, { picture, below }: ChartSurroundings): string {
  const { id, title, subtitle, alt } = chart;
  const narrow = heightAt(chart, PAGE_WIDTHS.narrow);
  const wide = heightAt(chart, PAGE_WIDTHS.wide);
  return `<figure>
<h3>${escapeMarkup(title)}<span class="net" hidden>, net of the runtime without tasks</span></h3>
<figcaption>${escapeMarkup(subtitle)}</figcaption>
<div class="chart" data-chart="${id}" style="--narrow: ${narrow}px; --wide: ${wide}px" role="img" aria-label="${escapeMarkup(alt)}">${picture}</div>
${below}</figure>`;
}

/** How high a chart will be, so that nothing moves when it is drawn. */
function heightAt(chart: Chart, width: number): number {
  const style = { width, theme: THEMES.light, titled: false, scale: undefined, net: false };
  return drawChart(chart, style).height;
}
