import Table from 'cli-table3';
import type { RunRow } from '../record/tables/runs.ts';
import { formatCell, HEADLINES, type HeadlineTable } from './headline-tables.ts';
import { formatCount } from './quantity.ts';

const CELL_WIDTH = 18;

/** A table a workload for the terminal; one that is too wide is cut into several, sizes first to last. */
export function terminalTables(tables: readonly HeadlineTable[], columns: number): string {
  const sizesATable = Math.max(1, Math.floor((columns - 30) / CELL_WIDTH));
  return tables
    .map((table) => {
      const parts = Array.from({ length: Math.ceil(table.sizes.length / sizesATable) }, (_, part) =>
        tablePart(table, part * sizesATable, (part + 1) * sizesATable),
      );
      const title = `${table.workload.id}: ${HEADLINES[table.headline]} (${table.workload.title})`;
      return `\n${title}\n${parts.join('\n')}`;
    })
    .join('\n');
}

function tablePart(table: HeadlineTable, from: number, to: number): string {
  const sizes = table.sizes.slice(from, to);
  const terminal = new Table({
    head: ['runtime', ...sizes.map(formatCount)],
    colAligns: ['left', ...sizes.map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });
  for (const { runtimeId, cells } of table.rows) {
    terminal.push([
      runtimeId,
      ...cells.slice(from, to).map((cell) => formatCell(cell, table.headline)),
    ]);
  }
  return terminal.toString();
}

/** How the runs went, in a line: failures by name, and how many were noisy. */
export function outcomeLine(runs: readonly RunRow[]): string {
  const counts = new Map<string, number>();
  for (const { status } of runs) counts.set(status, (counts.get(status) ?? 0) + 1);
  const outcomes = [...counts].map(([status, count]) => `${formatCount(count)} ${status}`);
  const noisy = runs.filter((run) => run.noise_flags !== null).length;
  const noise = noisy === 0 ? '' : `; ${formatCount(noisy)} with noise flags (see runs.csv)`;
  return `${formatCount(runs.length)} runs: ${outcomes.join(', ')}${noise}`;
}
