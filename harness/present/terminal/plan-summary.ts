import { groupBy } from '../../analyse/group-by.ts';
import { formatParameters } from '../../model/parameters.ts';
import { isMissing } from '../../model/runtime.ts';
import type { ComparisonPlan } from '../../plan/plan-comparison.ts';
import { planTitle } from '../../plan/plan-title.ts';
import type { Sought } from '../../provision/provide.ts';
import type { MemoryLimit } from '../../run/memory-limit.ts';
import { plainText } from '../../text/plain-text.ts';
import { formatBytes, formatCount, formatDuration } from '../../text/quantity.ts';

/** One line a runtime: version and source, with its file where wanted, or why it is not there and how to get it. */
export function runtimeLines(sought: readonly Sought[], paths?: 'with paths'): readonly string[] {
  const nameWidth = Math.max(...sought.map(({ runtime }) => runtime.id.length));
  const versionWidth = Math.max(
    ...sought.map(({ found }) => (isMissing(found) ? 0 : found.version.length)),
  );
  return sought.map(({ runtime, found }) => {
    const name = runtime.id.padEnd(nameWidth);
    return isMissing(found)
      ? `  ${name}  skipped: ${plainText(found.missing)} (to get it: ${plainText(found.remedy)})`
      : `  ${name}  ${plainText(found.version).padEnd(versionWidth)}  ${plainText(found.source)}${paths ? ` (${found.executable})` : ''}`;
  });
}

/** One line a variant of the runtimes that are here: what it is asked for by, what it sets, and why. */
export function variantLines(sought: readonly Sought[]): readonly string[] {
  const variants = sought.flatMap(({ runtime: { id, variants = [] }, found }) =>
    isMissing(found) ? [] : variants.map((one) => ({ ...one, id: `${id}+${one.name}` })),
  );
  const width = Math.max(...variants.map(({ id }) => id.length));
  return variants.map(({ id, sets, why }) => `  ${id.padEnd(width)}  ${sets}: ${why}`);
}

/** What a comparison will do, and about how long it will take. */
export function planLine(plan: ComparisonPlan, target: string): string {
  const seconds = plan.expectedSeconds.reduce((sum, one) => sum + one, 0);
  const runs = `${formatCount(plan.runs.length)} runs (${plan.cases} cases x ${plan.repeats})`;
  return `${plan.suite.id}: ${planTitle(plan)}\n  ${runs}, about ${formatDuration(Math.round(seconds))}, seed ${plan.seed}, into ${target}`;
}

/** What a plan is made of, in a screenful: each workload with its sizes, and each runtime with its number of runs. */
export function planSummary({ runs }: ComparisonPlan): readonly string[] {
  const workloads = groupBy(runs, ({ case: one }) => one.workload).map((group) => {
    const sizes = [...new Set(group.map(({ case: one }) => one.tasks))].sort((a, b) => a - b);
    return `  ${group[0].case.workload} with ${sizes.map(formatCount).join('; ')} tasks`;
  });
  const runtimes = groupBy(runs, ({ case: one }) => one.runtimeId)
    .map((group) => `  ${group[0].case.runtimeId}: ${formatCount(group.length)} runs`)
    .sort();
  return [...workloads, ...runtimes, '  each run, in order: --dry-run --verbose'];
}

/** The order of a plan, one line for each run. */
export function orderLines(plan: ComparisonPlan): readonly string[] {
  return plan.runs.map(({ position, repeat, case: theCase }) =>
    [
      `  ${position}.`,
      theCase.runtimeId,
      theCase.workload,
      formatCount(theCase.tasks),
      formatParameters(theCase.parameters),
      `(repeat ${repeat})`,
    ].join(' '),
  );
}

/** How much of a resumed comparison is done. */
export function resumeLine(madeRuns: number, plannedRuns: number): string {
  return `  resumed: ${formatCount(madeRuns)} of ${formatCount(plannedRuns)} runs are done`;
}

/** The memory limit of each run, and who enforces it. */
export function memoryLimitLine(limit: MemoryLimit): string {
  const size = `  memory limit: ${formatBytes(limit.bytes)} for each run`;
  return limit.by === 'kernel'
    ? `${size}, enforced by the kernel (control group)`
    : `${size}, checked at each sample, because ${limit.reason}`;
}
