import type { CostRow } from '../record/tables/costs.ts';
import type { RunRow } from '../record/tables/runs.ts';
import { parseParameters } from '../vocabulary/parameters.ts';
import { isResidentMemory, type Workload } from '../vocabulary/workload.ts';
import { groupBy } from './group-by.ts';
import { type SizeGroup, taskCost } from './task-cost.ts';

/** The memory that one more task costs, for every runtime and workload that is about memory. */
export function costRows(
  runs: readonly RunRow[],
  workloads: ReadonlyMap<string, Workload>,
): readonly CostRow[] {
  const groups = groupBy(runs, (run) => [run.machine_id, run.runtime_id, run.workload].join());
  return groups.flatMap((group) => {
    const sizes = memoryBySize(group, workloads);
    const cost = taskCost(sizes);
    if (cost === undefined) return [];
    const { machine_id, runtime_id, workload } = group[0];
    return [
      {
        machine_id,
        runtime_id,
        workload,
        bytes_per_task: cost.perTask,
        ci_low: cost.interval?.low ?? null,
        ci_high: cost.interval?.high ?? null,
        base_bytes: cost.base,
        lack_of_fit: cost.lackOfFit,
        sizes: sizes.length,
        runs: sizes.reduce((total, { values }) => total + values.length, 0),
      },
    ];
  });
}

/** What each ok run of one runtime and workload needed, by number of tasks; empty where the workload is not about memory. */
export function memoryBySize(
  runs: readonly RunRow[],
  workloads: ReadonlyMap<string, Workload>,
): readonly SizeGroup[] {
  const measured = runs.flatMap((run) => {
    const headline = workloads.get(run.workload)?.headline(parseParameters(run.parameters));
    if (run.status !== 'ok' || headline === undefined || !isResidentMemory(headline)) return [];
    const bytes = run[headline];
    return bytes === null ? [] : [{ tasks: run.tasks, bytes }];
  });
  return groupBy(measured, ({ tasks }) => String(tasks)).map((ofSize) => ({
    tasks: ofSize[0].tasks,
    values: ofSize.map(({ bytes }) => bytes),
  }));
}
