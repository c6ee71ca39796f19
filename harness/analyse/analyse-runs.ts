import type { Workload } from '../model/workload.ts';
import type { CostRow } from '../results/tables/costs.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { SummaryRow } from '../results/tables/summary.ts';
import { costRows } from './costs.ts';
import { summaryRows } from './summary.ts';

/** The results that are computed from the runs of a comparison. */
export interface Analysis {
  readonly summary: readonly SummaryRow[];
  readonly costs: readonly CostRow[];
}

/** Computes the rows of summary.csv and costs.csv. */
export function analyseRuns(
  runs: readonly RunRow[],
  workloads: ReadonlyMap<string, Workload>,
): Analysis {
  return { summary: summaryRows(runs), costs: costRows(runs, workloads) };
}
