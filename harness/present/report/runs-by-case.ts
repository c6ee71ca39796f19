import { groupBy, type NonEmpty } from '../../analyse/group-by.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import type { SummaryRow } from '../../results/tables/summary.ts';

/** The runs behind a row of the summary, whichever metric of the case it holds. */
export type RunsOf = (row: SummaryRow) => readonly RunRow[];

/** Groups runs by case, so that those behind a figure are found at once. */
export function runsByCase(runs: readonly RunRow[]): RunsOf {
  const cases = new Map<string, NonEmpty<RunRow>>(
    groupBy(runs, keyOf).map((group) => [keyOf(group[0]), group]),
  );
  return (row) => cases.get(keyOf(row)) ?? [];
}

function keyOf(row: RunRow | SummaryRow): string {
  return [row.machine_id, row.runtime_id, row.workload, row.tasks, row.parameters].join();
}
