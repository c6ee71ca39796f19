import { formatParameters } from '../../model/parameters.ts';
import { isMissing } from '../../model/runtime.ts';
import type { ComparisonPlan } from '../../plan/plan-comparison.ts';
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

/** What a comparison is about to do, and for how long. */
export function planLine(plan: ComparisonPlan, target: string): string {
  const seconds = plan.runs.reduce((sum, { position }) => sum + plan.secondsAt(position), 0);
  const runs = `${formatCount(plan.runs.length)} runs (${plan.cases} cases x ${plan.repeats})`;
  return `${plan.suite.id}: ${plan.suite.title}\n  ${runs}, about ${formatDuration(seconds)}, seed ${plan.seed}, into ${target}`;
}

/** The order of a plan, a line a run. */
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

/** What a resumed comparison finds done. */
export function resumeLine(made: readonly { readonly position: number }[], runs: number): string {
  const done = new Set(made.map(({ position }) => position)).size;
  return `  resumed: ${formatCount(done)} of ${formatCount(runs)} runs are made`;
}

/** The limit of each run, and who keeps it. */
export function memoryLimitLine(limit: MemoryLimit): string {
  const size = `  memory limit: ${formatBytes(limit.bytes)} a run`;
  return limit.by === 'kernel'
    ? `${size}, kept by the kernel (control group)`
    : `${size}, watched at each sample, since ${limit.reason}`;
}
