import { caseKey, type PlannedRun } from '../model/case.ts';
import { LEAST_BLOCKS, type UntilSettled } from '../model/repeats.ts';
import type { Shard } from '../model/shard.ts';
import type { Suite } from '../model/suite.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Workload } from '../model/workload.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { chooseRepeats, type RepeatOptions } from './choose-repeats.ts';
import { estimateSeconds } from './estimate-seconds.ts';
import { expandSuite, type SuiteChanges } from './expand-suite.ts';
import { casesOf, type PlannedRuntime, planRuns, whyNot } from './plan-runs.ts';

/** The default seed of the order of runs. */
export const USUAL_SEED = 1;

/** Changes to the plan from the command line. */
export interface PlanOptions extends SuiteChanges, RepeatOptions {
  readonly seed: number;
}

/** The runs of a suite in order. */
export interface ComparisonPlan {
  readonly suite: Suite;
  /** Which part of the suite's blocks these are; undefined for all of them. */
  readonly shard?: Shard | undefined;
  /** The blocks of `runs`, each of which holds every case once. */
  readonly repeats: number;
  /** When a case needs no more of these blocks; undefined where every case runs in all of them. */
  readonly untilSettled?: UntilSettled | undefined;
  readonly seed: number;
  readonly cases: number;
  readonly runs: readonly PlannedRun[];
  /** The estimated duration of a run of each case, in seconds, by `caseKey`. */
  readonly expectedSeconds: ReadonlyMap<string, number>;
}

/** Finds a suite by name; throws a UsageError for an unknown name. */
export function findSuite(suites: ReadonlyMap<string, Suite>, id: string): Suite {
  const suite = suites.get(id);
  if (suite) return suite;
  throw new UsageError(`unknown suite "${id}": ${nearestWord(id, [...suites.keys()])}`);
}

/** The runs that are made whatever they show: all of them, or those of the first blocks where more follow until settled. */
export function leastRuns({
  runs,
  untilSettled,
}: Pick<ComparisonPlan, 'runs' | 'untilSettled'>): ComparisonPlan['runs'] {
  return untilSettled === undefined ? runs : runs.filter(({ repeat }) => repeat <= LEAST_BLOCKS);
}

/** More runs would take weeks, and the plan would not fit in memory. */
export const LARGEST_PLAN = 1_000_000;

/**
 * Plans the runs of a suite for the given runtimes.
 *
 * @throws UsageError when no runtime can run any case, or when the plan exceeds 1,000,000 runs.
 */
export function planComparison(
  suite: Suite,
  workloads: ReadonlyMap<string, Workload>,
  runtimes: readonly PlannedRuntime[],
  options: PlanOptions,
): ComparisonPlan {
  const chosen = chooseRepeats(suite, options);
  const untilSettled = typeof chosen === 'number' ? undefined : chosen;
  const repeats = typeof chosen === 'number' ? chosen : chosen.maxRepeats;
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
  const expectedSeconds = new Map(
    cases.map((theCase) => {
      const workload = workloads.get(theCase.workload);
      return [caseKey(theCase), workload ? estimateSeconds(theCase, workload) : 0];
    }),
  );
  return {
    suite,
    repeats,
    untilSettled,
    seed: options.seed,
    cases: cases.length,
    runs,
    expectedSeconds,
  };
}
