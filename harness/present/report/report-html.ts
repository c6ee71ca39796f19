import { readFileSync } from 'node:fs';
import { escapeMarkup } from '../../text/escape-markup.ts';
import { THEMES, type Theme } from '../charts/chart-style.ts';
import { echartsPath } from '../charts/echarts-build.ts';
import { machineLine } from '../machine-line.ts';
import { contentPolicy, inScript, jsonInScript } from './inline-scripts.ts';
import { machineFacts, runtimeFacts } from './machine-and-runtimes.ts';
import type { PageData } from './page/page-data.ts';
import type { Report } from './report.ts';
import { sectionHtml } from './section-html.ts';
import { tableHtml } from './table-html.ts';

const pageFile = (name: string) => new URL(`./page/${name}`, import.meta.url);

/**
 * The report as one page that needs nothing beside it: no file, no server, no network.
 *
 * @param pageScript what `bundlePageScript` makes of `page/page.ts`.
 * @param live for a page that follows a comparison: how far it is. Such a page may connect to where it came from.
 */
export function reportHtml(report: Report, pageScript: string, live?: string): string {
  const { facts, sections } = report;
  const data: PageData = {
    charts: sections.flatMap((section) => section.charts),
    rankings: sections.map(({ ranking }) => ranking),
  };
  const scripts = [readFileSync(echartsPath, 'utf8'), pageScript].map(inScript);
  const title = escapeMarkup(facts.title);
  const day = facts.createdAt.slice(0, 10);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(scripts, live !== undefined)}">
<title>${title}</title>
<style>
${readFileSync(pageFile('page.css'), 'utf8')}${themeRules()}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="muted">${escapeMarkup(`${report.machines.map(machineLine).join('; ')}; ${day}`)}</p>
${controls(report)}
</header>
<main>
${liveLine(live)}${noteLines(report)}${sections.map(sectionHtml).join('\n')}
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
</main>
<footer>
<p>Measured ${escapeMarkup(day)} with tasktax ${escapeMarkup(facts.harnessVersion)}; written by <code>npm run report</code> from the tables in the same folder. Charts:  Apache ECharts.</p>
</footer>
<script type="application/json" id="report-data">${jsonInScript(data)}</script>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
</body>
</html>
`;
}

function themeRules(): string {
  const variables = ({ background, ink, muted, grid, bar }: Theme) =>
    Object.entries({ background, ink, muted, grid, bar })
      .map(([name, color]) => `--${name}: ${color};`)
      .join(' ');
  const { light, dark } = THEMES;
  return `:root { ${variables(light)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(dark)} } }
@media screen {
  :root[data-theme="light"] { color-scheme: light; ${variables(light)} }
  :root[data-theme="dark"] { color-scheme: dark; ${variables(dark)} }
}
`;
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

/** What the script of a live page keeps up to date. */
function liveLine(live: string | undefined): string {
  return live === undefined ? '' : `<p id="live" role="status">${escapeMarkup(live)}</p>\n`;
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
