import type { CostRow } from '../record/tables/costs.ts';
import type { RunRow } from '../record/tables/runs.ts';
import { parseParameters } from '../vocabulary/parameters.ts';
import type { Workload } from '../vocabulary/workload.ts';
import { groupBy } from './group-by.ts';
import { taskCost } from './task-cost.ts';

/** The memory that one more task costs, for every runtime and workload that is about memory. */
export function costRows(
  runs: readonly RunRow[],
  workloads: ReadonlyMap<string, Workload>,
): readonly CostRow[] {
  const counted = runs.filter(
    (run) =>
      run.status === 'ok' &&
      workloads.get(run.workload)?.headline(parseParameters(run.parameters)) === 'peak_rss_bytes',
  );
  const groups = groupBy(counted, (run) => [run.machine_id, run.runtime_id, run.workload].join());
  return groups.flatMap((group) => {
    const sizes = groupBy(group, (run) => String(run.tasks)).map((ofSize) => ({
      tasks: ofSize[0].tasks,
      values: ofSize.flatMap(({ peak_rss_bytes: peak }) => (peak === null ? [] : [peak])),
    }));
    const cost = taskCost(sizes.filter(({ values }) => values.length > 0));
    if (cost === undefined) return [];
    const { machine_id, runtime_id, workload } = group[0];
    return [
      {
        machine_id,
        runtime_id,
        workload,
        bytes_per_task: cost.perTask,
        ci_low: cost.interval.low,
        ci_high: cost.interval.high,
        base_bytes: cost.base,
        lack_of_fit: cost.lackOfFit,
        sizes: sizes.length,
        runs: group.length,
      },
    ];
  });
}
