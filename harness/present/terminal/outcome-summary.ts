import Table from 'cli-table3';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import { formatCount } from '../../text/quantity.ts';
import { formatCell, formatCost, type HeadlineTable } from '../headline-tables.ts';
import { limitNotes } from '../limit-notes.ts';

/** Room that the names of runtimes, and a column of figures, take at the most. */
const NAME_WIDTH = 38;
const COLUMN_WIDTH = 18;

/** A column of a table for people: its head, and each row's cell. */
interface Column {
  readonly head: string;
  readonly cells: readonly string[];
}

/** A table a workload for the terminal; one that is too wide for it is cut into several. */
export function terminalTables(
  tables: readonly HeadlineTable[],
  runtimes: readonly RuntimeRow[],
  width: number,
): string {
  const columnsATable = Math.max(1, Math.floor((width - NAME_WIDTH) / COLUMN_WIDTH));
  return tables
    .map((table) => {
      const columns = columnsOf(table);
      const parts = [];
      for (let from = 0; from < columns.length; from += columnsATable) {
        parts.push(tablePart(table, columns.slice(from, from + columnsATable)));
      }
      const title = `${table.workload.id}: ${table.headline.label} (${table.workload.title})`;
      return ['', title, ...parts, ...limitNotes(runtimes, table)].join('\n');
    })
    .join('\n');
}

function columnsOf({ sizes, rows, headline }: HeadlineTable): readonly Column[] {
  const ofSizes = sizes.map((size, index) => ({
    head: formatCount(size),
    cells: rows.map(({ cells }) => formatCell(cells[index], headline)),
  }));
  const hasCosts = rows.some(({ cost }) => cost !== undefined);
  const ofCosts = { head: 'per task', cells: rows.map(({ cost }) => formatCost(cost)) };
  return hasCosts ? [...ofSizes, ofCosts] : ofSizes;
}

function tablePart({ rows }: HeadlineTable, columns: readonly Column[]): string {
  const terminal = new Table({
    head: ['runtime', ...columns.map(({ head }) => head)],
    colAligns: ['left', ...columns.map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });
  for (const [index, { runtimeId }] of rows.entries()) {
    terminal.push([runtimeId, ...columns.map(({ cells }) => cells[index] ?? '')]);
  }
  return terminal.toString();
}

/** Where everything is when its own folder could not be written to. */
export function movedLine(from: string, to: string): string {
  return `warning: cannot write to ${from}; everything measured so far is in ${to} (to continue there: --resume --out ${to})`;
}
