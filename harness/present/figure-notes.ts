import { LEAST_BLOCKS } from '../model/repeats.ts';
import type { SummaryRow } from '../results/tables/summary.ts';
import { formatCount, formatTasks } from '../text/quantity.ts';
import type { HeadlineTable } from './headline-tables.ts';
import { NOT_SETTLED } from './verdict-words.ts';

/** More figures than these are counted and not named. */
const NAMED_FIGURES = 6;
/** From here on, a size decides the cost of a task alone. */
const DECISIVE_SHARE = 0.5;

/** What to know of a table's figures: which are not settled and what would settle them, and on what its costs rest. */
export function figureNotes(table: HeadlineTable): readonly string[] {
  return [...tooFewRuns(table), ...notSettled(table), ...decisiveSize(table)];
}

function tooFewRuns({ rows }: HeadlineTable): readonly string[] {
  const few = rows.some(({ cells }) => cells.some((cell) => isOpen(cell) && !canBeSettled(cell)));
  return few ? [`${NOT_SETTLED}: fewer than ${LEAST_BLOCKS} runs settle no figure.`] : [];
}

function notSettled({ rows, sizes }: HeadlineTable): readonly string[] {
  const open = rows.flatMap(({ runtimeId, cells }) =>
    cells.flatMap((cell, index) =>
      isOpen(cell) && canBeSettled(cell)
        ? [`${runtimeId} with ${formatTasks(sizes[index] ?? 0)}${remedy(cell)}`]
        : [],
    ),
  );
  if (open.length === 0) return [];
  const named = open.slice(0, NAMED_FIGURES).join(', ');
  const others = open.length - NAMED_FIGURES;
  const rest = others > 0 ? ` and ${formatCount(others)} more` : '';
  return [`${NOT_SETTLED}, not settled: ${named}${rest}.`];
}

function isOpen(cell: SummaryRow | undefined): cell is SummaryRow {
  return cell?.verdict === 'not-settled';
}

function canBeSettled({ runs }: SummaryRow): boolean {
  return runs >= LEAST_BLOCKS;
}

function remedy({ more_runs }: SummaryRow): string {
  return more_runs === null ? '' : ` (about ${formatCount(more_runs)} more would settle it)`;
}

function decisiveSize({ rows }: HeadlineTable): readonly string[] {
  const shares = rows.flatMap(({ cost }) => cost?.heaviest_size ?? []);
  const most = Math.max(0, ...shares);
  if (most <= DECISIVE_SHARE) return [];
  return [
    `One size has ${Math.round(100 * most)} % of the weight in the cost of a task: it is the slope between that size and the others.`,
  ];
}
