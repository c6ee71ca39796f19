import { parseParameters } from '../../model/parameters.ts';
import type { Workload } from '../../model/workload.ts';
import type { RunRow } from '../../results/tables/runs.ts';

/** What an ok run lacks of the proof that it did its work, in a clause; undefined when nothing. */
export function whatIsUnproven(
  { tasks, parameters, started, finished, live_peak, ...run }: RunRow,
  workloads: ReadonlyMap<string, Workload>,
): string | undefined {
  const workload = workloads.get(run.workload);
  if (workload === undefined) return `of the unknown workload "${run.workload}"`;
  const expected = workload.expectedTasks(tasks, parseParameters(parameters));
  if (started !== expected || finished !== expected) {
    return `with ${counted(started)} tasks started and ${counted(finished)} finished of ${expected}`;
  }
  if (workload.concurrency === 'counted' && live_peak !== tasks) {
    return `with ${counted(live_peak)} of ${tasks} tasks alive at once`;
  }
  return undefined;
}

function counted(count: number | null): string {
  return count === null ? 'no count of' : String(count);
}
