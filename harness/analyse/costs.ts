import { metrics } from '../metrics/all-metrics.ts';
import type { Headline } from '../model/metric.ts';
import { parseParameters } from '../model/parameters.ts';
import type { Workload } from '../model/workload.ts';
import type { CostRow } from '../results/tables/costs.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { usualGrains } from './grain-of.ts';
import { groupBy } from './group-by.ts';
import { type SizeGroup, taskCost } from './task-cost.ts';

/** Computes the memory cost of one more task, for every runtime and workload whose headline is resident memory. */
export function costRows(
  runs: readonly RunRow[],
  workloads: ReadonlyMap<string, Workload>,
  grainOf = usualGrains,
): readonly CostRow[] {
  const ok = runs.filter(({ status }) => status === 'ok');
  const groups = groupBy(ok, (run) => [run.machine_id, run.runtime_id, run.workload].join());
  return groups.flatMap((group) => {
    const sizes = memoryBySize(group, workloads);
    const cost = taskCost(sizes, grainOf(metrics.peak_rss_bytes, group));
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
        lack_of_fit: cost.lackOfFit ?? null,
        heaviest_size: cost.heaviestSize,
        sizes: sizes.length,
        runs: sizes.reduce((total, { runs }) => total + runs.length, 0),
      },
    ];
  });
}

/** The headline of a run if it is resident memory, from which a cost is computed; else undefined. */
export function memoryHeadline(
  { workload, parameters }: RunRow,
  workloads: ReadonlyMap<string, Workload>,
): Headline | undefined {
  const headline = workloads.get(workload)?.headline(parseParameters(parameters));
  return headline?.isResidentMemory ? headline : undefined;
}

/**
 * The resident memory of the ok runs of one runtime and workload, in bytes, by number of tasks. Empty when the headline of
 * the workload is not resident memory.
 */
export function memoryBySize(
  runs: readonly RunRow[],
  workloads: ReadonlyMap<string, Workload>,
): readonly SizeGroup[] {
  const measured = runs.flatMap((run) => {
    const headline = memoryHeadline(run, workloads);
    const bytes = run.status === 'ok' && headline !== undefined ? headline.valueIn(run) : null;
    return bytes === null ? [] : [{ tasks: run.tasks, repeat: run.repeat, value: bytes }];
  });
  return groupBy(measured, ({ tasks }) => String(tasks)).map((runs) => ({
    tasks: runs[0].tasks,
    runs,
  }));
}
