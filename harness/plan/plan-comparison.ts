import type { PlannedRun } from '../model/case.ts';
import type { Suite } from '../model/suite.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Workload } from '../model/workload.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { estimateSeconds } from './estimate-seconds.ts';
import { expandSuite, type SuiteChanges } from './expand-suite.ts';
import { casesOf, type PlannedRuntime, planRuns, whyNot } from './plan-runs.ts';

/** The seed of a suite's order, unless the command line says otherwise. */
export const USUAL_SEED = 1;

/** What the command line changes in the plan. */
export interface PlanOptions extends SuiteChanges {
  readonly repeats?: number | undefined;
  readonly seed: number;
}

/** A suite's runs in the order in which they will be made. */
export interface ComparisonPlan {
  readonly suite: Suite;
  readonly repeats: number;
  readonly seed: number;
  readonly cases: number;
  readonly runs: readonly PlannedRun[];
  /** About how long each run takes, in the order of `runs`. */
  readonly expectedSeconds: readonly number[];
}

/** The suite of that name; a wrong name is the user's error. */
export function findSuite(suites: ReadonlyMap<string, Suite>, id: string): Suite {
  const suite = suites.get(id);
  if (suite) return suite;
  throw new UsageError(`unknown suite "${id}": ${nearestWord(id, [...suites.keys()])}`);
}

/** More runs than this would take weeks; a plan of them would not even fit into memory. */
const LARGEST_PLAN = 1_000_000;

/**
 * Plans a suite for the runtimes at hand.
 *
 * @throws UsageError when none of them can do anything of what is asked for, or when it is more than anybody can wait for.
 */
export function planComparison(
  suite: Suite,
  workloads: ReadonlyMap<string, Workload>,
  runtimes: readonly PlannedRuntime[],
  options: PlanOptions,
): ComparisonPlan {
  const repeats = options.repeats ?? suite.repeats;
  const demands = expandSuite(suite, workloads, options);
  const cases = casesOf(runtimes, demands);
  if (cases.length === 0) {
    const reasons = runtimes.flatMap(({ runtime }) =>
      demands.flatMap((demand) => whyNot(runtime, demand) ?? []),
    );
    throw new UsageError(
      `nothing of suite "${suite.id}" is left to run: ${[...new Set(reasons)].join('; ')}`,
    );
  }
  if (cases.length * repeats > LARGEST_PLAN) {
    throw new UsageError(
      `${cases.length} cases x ${repeats} repeats are more than ${LARGEST_PLAN} runs: choose fewer --repeats`,
    );
  }
  const runs = planRuns(cases, repeats, options.seed);
  const expectedSeconds = runs.map(({ case: theCase }) => {
    const workload = workloads.get(theCase.workload);
    return workload ? estimateSeconds(theCase, workload) : 0;
  });
  return {
    suite,
    repeats,
    seed: options.seed,
    cases: cases.length,
    runs,
    expectedSeconds,
  };
}
