import { createHash } from 'node:crypto';
import { caseKey } from '../model/case.ts';
import { UsageError } from '../model/usage-error.ts';
import type { ComparisonPlan } from '../plan/plan-comparison.ts';
import { harnessPath, workloadsPath } from '../provision/places.ts';
import { sourcesIn } from '../provision/sources.ts';
import type { PlanFacts } from '../results/comparison-facts.ts';
import type { RuntimeRow } from '../results/tables/runtimes.ts';

/** What must not change between the start of a comparison and its resumption. The values appear in error messages. */
export interface ComparisonIdentity {
  readonly suite: string;
  readonly machine: string;
  readonly runtimes: string;
  /** The runs in order: sizes, parameters, repeats and seed. */
  readonly plan: string;
  /** The sources of the harness and of the programs. */
  readonly harness: string;
  /** The limits at which the harness ends a run. */
  readonly limits: string;
}

/** The limits that the user set for each run. Default: the time-out of the workload and no memory limit. */
export interface RunLimits {
  readonly timeoutSeconds?: number | undefined;
  readonly memoryLimitBytes?: number | undefined;
}

/** Computes the identity of a planned comparison. */
export function identify(
  plan: ComparisonPlan,
  machineId: string,
  runtimes: readonly RuntimeRow[],
  limits: RunLimits,
): ComparisonIdentity {
  return {
    suite: plan.suite.id,
    machine: machineId,
    runtimes: runtimes
      .map((row) => `${row.runtime_id} (${fingerprint([row.executable_sha256, row.command])})`)
      .join(', '),
    plan: `${plan.runs.length} runs${settlingText(plan)}, seed ${plan.seed} (${orderFingerprint(plan)})`,
    harness: harnessFingerprint(),
    limits: limitsText(limits),
  };
}

/** What shards of one plan have in common, as each of them tells it: the harness is the one that it was started with. */
export function planFacts(
  wholePlan: ComparisonPlan,
  { harness, limits }: ComparisonIdentity,
): PlanFacts {
  return {
    order: orderFingerprint(wholePlan),
    runs: wholePlan.runs.length,
    repeats: wholePlan.repeats,
    harness,
    limits,
  };
}

/**
 * Checks that a comparison to resume is the one that was started.
 *
 * @throws UsageError that names the first difference.
 */
export function requireSame(begun: ComparisonIdentity, now: ComparisonIdentity): void {
  for (const key of Object.keys(now) as (keyof ComparisonIdentity)[]) {
    if (begun[key] === now[key]) continue;
    throw new UsageError(
      `cannot resume: the ${key} changed from ${begun[key]} to ${now[key]}; change back, or start again without --resume`,
    );
  }
}

/** What decides which runs of a plan are made. Not the budget: it may grow when a comparison is resumed. */
function settlingText({ untilSettled }: ComparisonPlan): string {
  if (untilSettled === undefined) return '';
  const { precision } = untilSettled;
  return ` at most, until settled within ${precision === undefined ? 'the usual precision' : `${100 * precision} %`}`;
}

function orderFingerprint({ runs }: ComparisonPlan): string {
  return fingerprint(runs.map(({ case: one }) => caseKey(one)));
}

function harnessFingerprint(): string {
  return fingerprint([harnessPath, workloadsPath('')].flatMap(sourcesIn));
}

function limitsText({ timeoutSeconds, memoryLimitBytes }: RunLimits): string {
  const set = [
    ...(timeoutSeconds === undefined ? [] : [`--timeout ${timeoutSeconds}`]),
    ...(memoryLimitBytes === undefined ? [] : [`--memory-limit ${memoryLimitBytes}`]),
  ];
  return set.join(' ') || 'none';
}

function fingerprint(values: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 12);
}
