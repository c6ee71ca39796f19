import { UsageError } from '../model/usage-error.ts';
import type { ComparisonPlan } from './plan-comparison.ts';

/**
 * Takes runtimes that turn out not to be ready out of a plan. All other runs stay in the order in which they were planned
 * (and shown), and their positions count from 1 again.
 *
 * @param runtimeIds with their versions.
 * @throws UsageError when nothing is left.
 */
export function withoutRuntimes(
  plan: ComparisonPlan,
  runtimeIds: ReadonlySet<string>,
): ComparisonPlan {
  const isKept = plan.runs.map((run) => !runtimeIds.has(run.case.runtimeId));
  const runs = plan.runs
    .filter((_, index) => isKept[index])
    .map((run, index) => ({ ...run, position: index + 1 }));
  if (runs.length === 0) {
    const names = [...runtimeIds].join(', ');
    throw new UsageError(`nothing of suite "${plan.suite.id}" is left to run without ${names}`);
  }
  return {
    ...plan,
    cases: runs.length / plan.repeats, // every block holds every case once
    runs,
    expectedSeconds: plan.expectedSeconds.filter((_, index) => isKept[index]),
  };
}
