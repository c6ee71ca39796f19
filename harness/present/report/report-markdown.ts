import { REPORT_MARK } from '../../results/report-files.ts';
import type { MachineRow } from '../../results/tables/machines.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import { escapeMarkup, markdownText } from '../../text/escape-markup.ts';
import { markdownTextTable } from '../../text/markdown-table.ts';
import type { Chart } from '../charts/chart.ts';
import { chartPath } from '../charts/chart-files.ts';
import { machineFacts, runtimeFacts } from './machine-and-runtimes.ts';
import type { Report } from './report.ts';
import type { ReportSection } from './report-section.ts';
import { alignmentsOf, type ReportTable } from './report-table.ts';

/** The report as a Markdown page for GitHub and the like: every table and chart, the machine, and which runs to doubt. */
export function reportMarkdown(report: Report): string {
  const { facts } = report;
  const parts = [
    `# ${markdownText(facts.title)}`,
    `${REPORT_MARK} in this folder; do not edit. \`npm run report\` also makes report.html, the interactive version.`,
    ...(facts.complete ? [] : ['**The comparison stopped before every planned run was made.**']),
    ...(report.sections.length === 0 ? ['No run was made, so there is nothing to show.'] : []),
    ...report.sections.flatMap(sectionParts),
    '## How the runs went',
    `${markdownText(report.outcome)}.`,
    ...runParts('Failed runs', report.failures, 'Every run was ok.'),
    ...runParts('Noisy runs', report.noise, 'No ok run has a noise flag.'),
    '## How it was measured',
    report.method.map((line) => `- ${markdownText(line)}`).join('\n'),
    '## Machine and runtimes',
    ...report.machines.map(machinePart),
    runtimesPart(report.runtimes),
    `Measured ${markdownText(facts.createdAt.slice(0, 10))} with tasktax ${markdownText(facts.harnessVersion)}, comparison ${markdownText(facts.comparisonId)}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionParts({
  title,
  about,
  finding,
  charts,
  table,
  notes,
}: ReportSection): readonly string[] {
  const [lead, ...others] = charts;
  return [
    `## ${markdownText(title)}`,
    `${markdownText(about)}.`,
    `**${markdownText(finding)}**`,
    ...(lead ? [picture(lead)] : []),
    tableMarkdown(table),
    ...notes.map(markdownText),
    ...others.map(picture),
  ];
}

/** The chart in light or dark colours, whichever the reader's page has. */
function picture(chart: Chart): string {
  const dark = `<source media="(prefers-color-scheme: dark)" srcset="${chartPath(chart, 'dark', 'svg')}">`;
  const light = `<img alt="${escapeMarkup(chart.alt)}" src="${chartPath(chart, 'light', 'svg')}">`;
  return `<picture>\n  ${dark}\n  ${light}\n</picture>`;
}

function runParts(title: string, table: ReportTable, none: string): readonly string[] {
  return [`### ${title}`, table.rows.length === 0 ? none : tableMarkdown(table)];
}

function tableMarkdown(table: ReportTable): string {
  const { head, rows } = table;
  return markdownTextTable(
    head,
    rows.map(({ cells }) => head.map((_, column) => cells[column]?.text ?? '')),
    alignmentsOf(table),
  );
}

function machinePart(machine: MachineRow): string {
  return machineFacts(machine)
    .map(([name, value]) => `- ${name}: ${markdownText(value)}`)
    .join('\n');
}

function runtimesPart(runtimes: readonly RuntimeRow[]): string {
  return tableMarkdown(runtimeFacts(runtimes));
}
