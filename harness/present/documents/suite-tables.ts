import type { Workload } from '../../model/workload.ts';
import type { Results } from '../../results/read-results.ts';
import { escapeMarkdown } from '../../text/escape-markup.ts';
import { markdownTable } from '../../text/markdown-table.ts';
import { formatCount } from '../../text/quantity.ts';
import { figureNotes } from '../figure-notes.ts';
import {
  besideColumns,
  formatCell,
  formatCost,
  type HeadlineTable,
  headlineTables,
} from '../headline-tables.ts';
import { limitNotes } from '../limit-notes.ts';
import { machineLine } from '../machine-line.ts';

/** A suite's results as Markdown: a table for each workload, with the cost of one more task where it is known. */
export function resultsMarkdown(
  { facts, machines, runtimes, summary, costs }: Results,
  workloads: ReadonlyMap<string, Workload>,
): string {
  const tables = headlineTables(summary, costs, workloads).map((table) =>
    [
      `**\`${table.workload.id}\`**: ${table.workload.title}; ${table.headline.label}.`,
      headlineMarkdown(table),
      ...[...figureNotes(table), ...limitNotes(runtimes, table)].map(escapeMarkdown),
    ].join('\n\n'),
  );
  const machine = escapeMarkdown(
    machines.map((row) => `${machineLine(row)}, kernel ${row.kernel}`).join('; '),
  );
  const caption = `Medians with 95 % intervals; ~ marks what is not settled. ${facts.createdAt.slice(0, 10)}, on ${machine}.`;
  return [...tables, caption].join('\n\n');
}

function headlineMarkdown(table: HeadlineTable): string {
  const { sizes, rows, headline } = table;
  const beside = besideColumns(table);
  const hasCosts = rows.some(({ cost }) => cost !== undefined);
  const head = [
    'runtime',
    ...sizes.map(formatCount),
    ...beside.map((column) => column.head),
    ...(hasCosts ? ['per task'] : []),
  ];
  return markdownTable(
    head,
    rows.map((row) => [
      escapeMarkdown(row.runtimeId),
      ...row.cells.map((cell) => formatCell(cell, headline)),
      ...beside.map(({ cellOf }) => cellOf(row).text),
      ...(hasCosts ? [formatCost(row.cost)] : []),
    ]),
  );
}
