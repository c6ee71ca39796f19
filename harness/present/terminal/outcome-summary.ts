import Table from 'cli-table3';
import { LEAST_SIZES } from '../../analyse/task-cost.ts';
import { madeRuns } from '../../compare/completeness.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import { formatCount } from '../../text/quantity.ts';
import { wrapWords } from '../../text/wrap-words.ts';
import { figureNotes } from '../figure-notes.ts';
import { formatCell, formatCost, type HeadlineTable, SIGNS } from '../headline-tables.ts';
import { limitNotes } from '../limit-notes.ts';
import type { Style } from './style.ts';

/** What the borders of a cell take. */
const CELL_BORDERS = 3;

/** A column of a table for people: its head, and each row's cell. */
interface Column {
  readonly head: string;
  readonly cells: readonly string[];
}

/** A table a workload for the terminal, and what the signs in them say; one that is too wide for it is cut into several. */
export function terminalTables(
  tables: readonly HeadlineTable[],
  runtimes: readonly RuntimeRow[],
  width: number,
  style: Style,
): string {
  const hasSeveralMachines = new Set(tables.map(({ machineId }) => machineId)).size > 1;
  const drawn = tables
    .map((table) => {
      const names = table.rows.map(({ runtimeId }) => runtimeId);
      const room = width - 1 - columnWidth({ head: 'runtime', cells: names });
      const parts = partsThatFit(columnsOf(table), room).map((part) =>
        tablePart(table, part, room),
      );
      const place = hasSeveralMachines ? ` on machine ${table.machineId}` : '';
      const title = `${table.workload.id}: ${table.headline.label}${place} (${table.workload.title})`;
      return [
        '',
        style('bold', title),
        ...parts,
        ...figureNotes(table),
        ...limitNotes(runtimes, table),
      ].join('\n');
    })
    .join('\n');
  return [drawn, ...signLines(drawn, width)].join('\n');
}

/** A line for each sign that tables show. */
function signLines(drawn: string, width: number): readonly string[] {
  return SIGNS.filter(({ sign }) => sign.test(drawn)).flatMap(({ shown, says }) =>
    wrapWords(`${shown} ${says}`, width),
  );
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

/** Columns in order, in as few groups as fit. */
function partsThatFit(columns: readonly Column[], room: number): readonly (readonly Column[])[] {
  const parts: Column[][] = [];
  let left = 0;
  for (const column of columns) {
    const part = parts.at(-1);
    if (part === undefined || columnWidth(column) > left) {
      parts.push([column]);
      left = room;
    } else part.push(column);
    left -= columnWidth(column);
  }
  return parts;
}

function columnWidth({ head, cells }: Column): number {
  return Math.max(head.length, ...cells.map(({ length }) => length)) + CELL_BORDERS;
}

/** What is left of a column in the room; null where the room is enough. */
function widthIn(room: number, column: Column): number | null {
  return columnWidth(column) > room ? Math.max(CELL_BORDERS, room - 1) : null;
}

/** Words that are wider than all the room are wrapped. */
function tablePart({ rows }: HeadlineTable, columns: readonly Column[], room: number): string {
  const terminal = new Table({
    head: ['runtime', ...columns.map(({ head }) => head)],
    colAligns: ['left', ...columns.map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
    wordWrap: true,
    colWidths: [null, ...columns.map((column) => widthIn(room, column))],
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

/** Why a table of memory has no cost of a task; undefined where it has, or is about something else. */
export function missingCostLine({ workload, headline, sizes }: HeadlineTable): string | undefined {
  if (!headline.isResidentMemory || sizes.length >= LEAST_SIZES) return undefined;
  return `${workload.id}: no cost per task: a slope takes at least ${LEAST_SIZES} numbers of tasks, and there ${sizes.length === 1 ? 'is 1' : `are ${sizes.length}`}; e.g. --tasks 1,1000,10000,100000`;
}

/** That the comparison was stopped, and how to go on. */
export function stoppedLine(
  runs: readonly RunRow[],
  plannedRuns: number,
  command: string | undefined,
): string {
  const made = `stopped: ${formatCount(madeRuns(runs))} of ${formatCount(plannedRuns)} runs are made`;
  return command === undefined ? made : `${made}; to continue: ${command}`;
}
