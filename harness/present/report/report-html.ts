import { readFileSync } from 'node:fs';
import { escapeMarkup } from '../../text/escape-markup.ts';
import { contentPolicy, inScript, jsonInScript } from './inline-scripts.ts';
import type { Report } from './report.ts';
import { pageDataOf, reportContent } from './report-content.ts';
import { themeRules } from './theme-rules.ts';

const pageFile = (name: string) => new URL(`./page/${name}`, import.meta.url);

/**
 * The report as one page that needs nothing beside it: no file, no server, no network.
 *
 * @param pageScript the script of the page: `pageScript`.
 * @param live for a page that follows a comparison: how far it is. Such a page may connect to where it came from.
 */
export function reportHtml(report: Report, pageScript: string, live?: string): string {
  const { facts } = report;
  const data = pageDataOf(report);
  const script = inScript(pageScript);
  const title = escapeMarkup(facts.title);
  const day = facts.createdAt.slice(0, 10);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script, live !== undefined)}">
<title>${title}</title>
<style>
${readFileSync(pageFile('page.css'), 'utf8')}${themeRules()}</style>
</head>
<body>
${liveLine(live)}${reportContent(report)}
<footer>
<p>Measured ${escapeMarkup(day)} with tasktax ${escapeMarkup(facts.harnessVersion)}; written by <code>npm run report</code> from the tables in the same folder. Charts: Apache ECharts.</p>
</footer>
<script type="application/json" id="report-data">${jsonInScript(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** What the script of a live page keeps up to date. */
function liveLine(live: string | undefined): string {
  return live === undefined ? '' : `<p id="live" role="status">${escapeMarkup(live)}</p>\n`;
}
