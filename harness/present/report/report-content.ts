import { escapeMarkup } from '../../text/escape-markup.ts';
import type { Chart } from '../charts/chart.ts';
import { machineLine } from '../machine-line.ts';
import { machineFacts, runtimeFacts } from './machine-and-runtimes.ts';
import type { PageData } from './page/page-data.ts';
import type { Report } from './report.ts';
import { type ChartSurroundings, sectionHtml } from './section-html.ts';
import { tableHtml } from './table-html.ts';

/** What the script of a page draws and compares. */
export function pageDataOf({ sections }: Report): PageData {
  return {
    charts: sections.flatMap((section) => section.charts),
    rankings: sections.map(({ ranking }) => ranking),
  };
}

/**
 * Everything between the ends of a report's page, wherever the page stands.
 *
 * @param around markup around a chart; none where the page stands alone.
 */
export function reportContent(
  report: Report,
  around: (chart: Chart) => ChartSurroundings = () => ({ picture: '', below: '' }),
): string {
  const { facts, sections } = report;
  const day = facts.createdAt.slice(0, 10);
  return `<header>
<h1>${escapeMarkup(facts.title)}</h1>
<p class="muted">${escapeMarkup(`${report.machines.map(machineLine).join('; ')}; ${day}`)}</p>
${controls(report)}
</header>
<main>
${noteLines(report)}${sections.map((section, index) => sectionHtml(section, index, around)).join('\n')}
<section>
<h2>How the runs went</h2>
<p>${escapeMarkup(report.outcome)}.</p>
${runsHtml('Failed runs', report.failures, 'Every run was ok.')}
${runsHtml('Noisy runs', report.noise, 'No ok run has a noise flag.')}
</section>
<section>
<h2>How it was measured</h2>
<ul>
${report.method.map((line) => `<li>${escapeMarkup(line)}</li>`).join('\n')}
</ul>
</section>
<section>
<h2>Machine and runtimes</h2>
${report.machines.map((machine) => definitions(machineFacts(machine))).join('\n')}
${tableHtml(runtimeFacts(report.runtimes), { label: 'Runtimes' })}
</section>
</main>`;
}

/** Hidden until the script that makes them work has started. */
function controls({ runtimes }: Report): string {
  const boxes = runtimes.map(({ runtime_id }) => {
    const id = escapeMarkup(runtime_id);
    return `<label><input type="checkbox" name="runtime" value="${id}" checked autocomplete="off"> ${id}</label>`;
  });
  return `<form id="controls" hidden autocomplete="off">
<label>Scale <select name="scale"><option value="">best for each chart</option><option value="linear">linear</option><option value="log">logarithmic</option></select></label>
<label>Memory <select name="memory"><option value="">total</option><option value="net">net of the runtime without tasks</option></select></label>
<label>Colours <select name="theme"><option value="">as in the system</option><option value="light">light</option><option value="dark">dark</option></select></label>
<details><summary>Runtimes: <span id="runtime-count"></span></summary>
<div class="runtimes">
${boxes.join('\n')}
</div>
<button type="button" id="all">all</button> <button type="button" id="none">none</button>
</details>
</form>
<noscript><p>Interactive charts and sorting need JavaScript. The tables and the images in charts/ do not.</p></noscript>`;
}

function noteLines({ facts, sections }: Report): string {
  const notes = [
    ...(facts.complete ? [] : ['The comparison stopped before every planned run was made.']),
    ...(sections.length === 0 ? ['No run was made, so there is nothing to show.'] : []),
  ];
  return notes.map((note) => `<p><strong>${note}</strong></p>\n`).join('');
}

function runsHtml(label: string, table: Report['failures'], none: string): string {
  const runs = table.rows.length === 0 ? `<p>${none}</p>` : tableHtml(table, { label });
  return `<h3>${label}</h3>\n${runs}`;
}

function definitions(facts: readonly (readonly [string, string])[]): string {
  const lines = facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeMarkup(value)}</dd>`);
  return `<dl>\n${lines.join('\n')}\n</dl>`;
}
