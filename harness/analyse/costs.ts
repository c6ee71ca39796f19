import type { CostRow } from '../record/tables/costs.ts';
import type { RunRow } from '../record/tables/runs.ts';
import { parseParameters } from '../vocabulary/parameters.ts';
import { isResidentMemory, type Workload } from '../vocabulary/workload.ts';
import { groupBy } from './group-by.ts';
import { taskCost } from './task-cost.ts';

/** The memory that one more task costs, for every runtime and workload that is about memory. */
export function costRows(
  runs: readonly RunRow[],
  workloads: ReadonlyMap<string, Workload>,
): readonly CostRow[] {
  const measured = runs.flatMap((run) => {
    const headline = workloads.get(run.workload)?.headline(parseParameters(run.parameters));
    if (run.status !== 'ok' || headline === undefined || !isResidentMemory(headline)) return [];
    const bytes = run[headline];
    return bytes === null ? [] : [{ run, bytes }];
  });
  const groups = groupBy(measured, ({ run }) =>
    [run.machine_id, run.runtime_id, run.workload].join(),
  );
  return groups.flatMap((group) => {
    const sizes = groupBy(group, ({ run }) => String(run.tasks)).map((ofSize) => ({
      tasks: ofSize[0].run.tasks,
      values: ofSize.map(({ bytes }) => bytes),
    }));
    const cost = taskCost(sizes);
    if (cost === undefined) return [];
    const { machine_id, runtime_id, workload } = group[0].run;
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
        runs: group.length,
      },
    ];
  });
}
