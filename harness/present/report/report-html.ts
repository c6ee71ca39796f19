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
 * @param pageScript what `bundlePageScript` makes of `page/page.ts`.
 */
export function reportHtml(report: Report, pageScript: string): string {
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
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script)}">
<title>${title}</title>
<style>
${readFileSync(pageFile('page.css'), 'utf8')}${themeRules()}</style>
</head>
<body>
${reportContent(report)}
<footer>
<p>Measured ${escapeMarkup(day)} with tasktax ${escapeMarkup(facts.harnessVersion)}; written by <code>npm run report</code> from the tables in the same folder. Charts:  Apache ECharts.</p>
</footer>
<script type="application/json" id="report-data">${jsonInScript(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}
