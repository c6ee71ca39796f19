import { groupBy, type NonEmpty } from '../../analyse/group-by.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import type { SummaryRow } from '../../results/tables/summary.ts';

/** The runs behind each row of a summary. */
export interface Cases {
  readonly runsOf: (row: SummaryRow) => readonly RunRow[];
}

/** Finds the runs of a case, whichever metric of it is asked for. */
export function casesOf(runs: readonly RunRow[]): Cases {
  const cases = new Map<string, NonEmpty<RunRow>>(
    groupBy(runs, keyOf).map((group) => [keyOf(group[0]), group]),
  );
  return { runsOf: (row) => cases.get(keyOf(row)) ?? [] };
}

function keyOf(row: RunRow | SummaryRow): string {
  return [row.machine_id, row.runtime_id, row.workload, row.tasks, row.parameters].join();
}
