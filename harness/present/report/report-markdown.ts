import { REPORT_MARK } from '../../results/report-files.ts';
import type { MachineRow } from '../../results/tables/machines.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import { escapeMarkdown, escapeMarkup } from '../../text/escape-markup.ts';
import { markdownTable } from '../../text/markdown-table.ts';
import type { Chart } from '../charts/chart.ts';
import { chartPath } from '../charts/chart-files.ts';
import { machineFacts, runtimeFacts } from './environment.ts';
import type { Report } from './report.ts';
import type { ReportTable } from './report-table.ts';
import type { Section } from './section.ts';

/** The report as a page for GitHub and the like: every table and chart, the environment, and which runs to doubt. */
export function reportMarkdown(report: Report): string {
  const { facts } = report;
  const parts = [
    `# ${escapeMarkdown(facts.title)}`,
    REPORT_MARK,
    ...(facts.complete ? [] : ['**Stopped before every planned run was made.**']),
    ...(report.sections.length === 0 ? ['No run was made, so there is nothing to show.'] : []),
    ...report.sections.flatMap(sectionParts),
    '## How the runs went',
    `${escapeMarkdown(report.outcome)}.`,
    ...runParts('Failed runs', report.failures, 'Every run was ok.'),
    ...runParts('Noisy runs', report.noise, 'No run that counts has a noise flag.'),
    '## How it was measured',
    report.method.map((line) => `- ${escapeMarkdown(line)}`).join('\n'),
    '## Where',
    ...report.machines.map(machinePart),
    runtimesPart(report.runtimes),
    `Measured ${escapeMarkdown(facts.createdAt.slice(0, 10))} with tasktax ${escapeMarkdown(facts.harnessVersion)}, comparison ${escapeMarkdown(facts.comparisonId)}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionParts({ title, about, finding, charts, table, notes }: Section): readonly string[] {
  const [lead, ...others] = charts;
  return [
    `## ${escapeMarkdown(title)}`,
    `${escapeMarkdown(about)}.`,
    `**${escapeMarkdown(finding)}**`,
    ...(lead ? [picture(lead)] : []),
    tableMarkdown(table),
    ...notes.map(escapeMarkdown),
    ...others.map(picture),
  ];
}

/** The chart in the colours that the reader's page has. */
function picture(chart: Chart): string {
  const dark = `<source media="(prefers-color-scheme: dark)" srcset="${chartPath(chart, 'dark', 'svg')}">`;
  const light = `<img alt="${escapeMarkup(chart.alt)}" src="${chartPath(chart, 'light', 'svg')}">`;
  return `<picture>\n  ${dark}\n  ${light}\n</picture>`;
}

function runParts(title: string, table: ReportTable, none: string): readonly string[] {
  return [`### ${title}`, table.rows.length === 0 ? none : tableMarkdown(table)];
}

function tableMarkdown({ head, rows }: ReportTable): string {
  return markdownTable(
    head.map(escapeMarkdown),
    rows.map(({ cells }) => head.map((_, column) => escapeMarkdown(cells[column]?.text ?? ''))),
  );
}

function machinePart(machine: MachineRow): string {
  return machineFacts(machine)
    .map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`)
    .join('\n');
}

function runtimesPart(runtimes: readonly RuntimeRow[]): string {
  return tableMarkdown(runtimeFacts(runtimes));
}
