import { groupBy, type NonEmpty } from '../../analyse/group-by.ts';
import { rowCaseKey } from '../../analyse/summary.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import type { SummaryRow } from '../../results/tables/summary.ts';
import type { HeadlineTable } from '../headline-tables.ts';

/** The runs behind a row of the summary, whichever metric of the case it holds. */
export type RunsOf = (row: SummaryRow) => readonly RunRow[];

/** Groups runs by case, so that those behind a figure are found at once. */
export function runsByCase(runs: readonly RunRow[]): RunsOf {
  const cases = new Map<string, NonEmpty<RunRow>>(
    groupBy(runs, rowCaseKey).map((group) => [rowCaseKey(group[0]), group]),
  );
  return (row) => cases.get(rowCaseKey(row)) ?? [];
}

/** The runs behind the figures of a table's largest size. */
export function runsAtLargestSize(rows: HeadlineTable['rows'], runsOf: RunsOf): readonly RunRow[] {
  return rows.flatMap(({ cells }) => {
    const last = cells.at(-1);
    return last === undefined ? [] : runsOf(last);
  });
}
