import { sum } from 'simple-statistics';
import { groupBy } from '../../analyse/group-by.ts';
import type { Round } from '../../compare/rounds.ts';
import { usualPrecision } from '../../metrics/usual-precision.ts';
import { caseKey } from '../../model/case.ts';
import { formatParameters } from '../../model/parameters.ts';
import type { UntilSettled } from '../../model/repeats.ts';
import { isMissing } from '../../model/runtime.ts';
import { type ComparisonPlan, leastRuns } from '../../plan/plan-comparison.ts';
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
  const runs = leastRuns(plan);
  const seconds = sum(runs.map(({ case: one }) => plan.expectedSeconds.get(caseKey(one)) ?? 0));
  const all = `${formatCount(runs.length)} runs (${plan.cases} cases x ${runs.length / plan.cases})`;
  return [
    `${plan.suite.id}: ${planTitle(plan)}`,
    `  ${all}, about ${formatDuration(Math.round(seconds))}, seed ${plan.seed}, into ${target}`,
    ...settlingLine(plan.untilSettled),
  ].join('\n');
}

function settlingLine(untilSettled: UntilSettled | undefined): readonly string[] {
  if (untilSettled === undefined) return [];
  const { precision, maxRepeats, budgetSeconds } = untilSettled;
  const goal =
    precision === undefined
      ? `±${percent(usualPrecision.byte)} (times and rates: ±${percent(usualPrecision.second)})`
      : `±${percent(precision)}`;
  const budget = budgetSeconds === undefined ? '' : `, ${formatDuration(budgetSeconds)} in all`;
  return [`  then more of each case until it is known to ${goal}: at most ${maxRepeats}${budget}`];
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}

/** How many cases more runs were added for. */
export function roundLine(
  { openCases, lastBlock, runs }: Round,
  { cases }: ComparisonPlan,
): string {
  const settled = formatCount(cases - openCases);
  return `${settled} of ${formatCount(cases)} cases need no more runs; ${formatCount(runs.length)} of the others, up to repeat ${lastBlock}`;
}

/** What a plan is made of, in a screenful: each workload with its sizes, and each runtime with its number of runs. */
export function planSummary(plan: ComparisonPlan): readonly string[] {
  const runs = leastRuns(plan);
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
  return leastRuns(plan).map(({ position, repeat, case: theCase }) =>
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
export function resumeLine(madeRuns: number): string {
  return `  resumed after ${madeRuns === 1 ? '1 run' : `${formatCount(madeRuns)} runs`}`;
}

/** The memory limit of each run, and who enforces it. */
export function memoryLimitLine(limit: MemoryLimit): string {
  const size = `  memory limit: ${formatBytes(limit.bytes)} for each run`;
  return limit.by === 'kernel'
    ? `${size}, enforced by the kernel (control group)`
    : `${size}, checked at each sample, because ${limit.reason}`;
}
