import { UsageError } from '../model/usage-error.ts';
import type { ComparisonPlan } from './plan-comparison.ts';

/**
 * Removes runtimes that could not be made ready from a plan. The other runs keep the order in which the user saw them;
 * their positions are renumbered from 1.
 *
 * @param runtimeIds ids with versions, such as `node@26.10.0`.
 * @throws UsageError when nothing is left.
 */
export function withoutRuntimes(
  plan: ComparisonPlan,
  runtimeIds: ReadonlySet<string>,
): ComparisonPlan {
  const runs = plan.runs
    .filter((run) => !runtimeIds.has(run.case.runtimeId))
    .map((run, index) => ({ ...run, position: index + 1 }));
  if (runs.length === 0) {
    const names = [...runtimeIds].join(', ');
    throw new UsageError(`nothing of suite "${plan.suite.id}" is left to run without ${names}`);
  }
  return {
    ...plan,
    cases: runs.length / plan.repeats, // every block holds every case once
    runs,
  };
}
