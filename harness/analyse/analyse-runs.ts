import type { UntilSettled } from '../model/repeats.ts';
import type { Workload } from '../model/workload.ts';
import type { CostRow } from '../results/tables/costs.ts';
import type { MachineRow } from '../results/tables/machines.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { SummaryRow } from '../results/tables/summary.ts';
import { costRows } from './costs.ts';
import type { GrainOf } from './grain-of.ts';
import { poolMachines } from './pool-machines.ts';
import { summaryRows } from './summary.ts';

/** The results that are computed from the runs of a comparison. */
export interface Analysis {
  readonly summary: readonly SummaryRow[];
  readonly costs: readonly CostRow[];
  /** What they are computed from, and ratios with them: the runs with those of machines that agree as of one. */
  readonly pooledRuns: readonly RunRow[];
  readonly grainOf: GrainOf;
}

/**
 * Computes the rows of summary.csv and costs.csv.
 *
 * @param asked the precision that decides whether a figure is settled; undefined for the usual.
 */
export function analyseRuns(
  runs: readonly RunRow[],
  machines: readonly MachineRow[],
  workloads: ReadonlyMap<string, Workload>,
  asked?: UntilSettled,
): Analysis {
  const pooled = poolMachines(runs, machines);
  return {
    summary: summaryRows(runs, pooled, asked),
    costs: costRows(pooled.runs, workloads, pooled.grainOf),
    pooledRuns: pooled.runs,
    grainOf: pooled.grainOf,
  };
}
