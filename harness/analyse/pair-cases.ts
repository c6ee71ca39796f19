import { UsageError } from '../model/usage-error.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { groupBy, type NonEmpty } from './group-by.ts';
import { nameOf, pairRuntimes, type RuntimePair } from './pair-runtimes.ts';

/** The runs of one case on both sides. */
export interface CasePair {
  readonly before: NonEmpty<RunRow>;
  readonly after: NonEmpty<RunRow>;
}

/** The cases that two comparisons share, and the number of cases that only one has. */
export interface PairedCases {
  readonly pairs: NonEmpty<CasePair>;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
}

/**
 * Pairs the cases of two comparisons: same runtime (in any version), workload, number of tasks and parameters.
 *
 * @param pair pairs the runtimes of both sides. Default: `pairRuntimes`.
 * @throws UsageError when they share no case, with what differs, or when versions cannot be paired.
 */
export function pairCases(
  before: readonly RunRow[],
  after: readonly RunRow[],
  pair: (
    before: readonly string[],
    after: readonly string[],
  ) => readonly RuntimePair[] = pairRuntimes,
): PairedCases {
  const partnerOf = new Map(
    pair(runtimesOf(before), runtimesOf(after)).map((pair) => [pair.before, pair.after]),
  );
  const left = casesOf(before);
  const right = new Map(casesOf(after).map((runs) => [caseOf(runs[0]), runs]));
  const pairs = left.flatMap((runs) => {
    const same = right.get(caseOf({ ...runs[0], runtime_id: partnerOf.get(runs[0].runtime_id) }));
    return same === undefined ? [] : [{ before: runs, after: same }];
  });
  const [first, ...others] = pairs;
  if (first === undefined) throw new UsageError(`no common case: ${whatDiffers(before, after)}`);
  return {
    pairs: [first, ...others],
    onlyBefore: left.length - pairs.length,
    onlyAfter: right.size - pairs.length,
  };
}

/** Excludes interrupted runs, which say nothing about their case. */
function casesOf(runs: readonly RunRow[]): readonly NonEmpty<RunRow>[] {
  return groupBy(
    runs.filter((run) => run.status !== 'interrupted'),
    caseOf,
  );
}

function caseOf(
  run: Omit<RunRow, 'runtime_id'> & { readonly runtime_id: string | undefined },
): string {
  return JSON.stringify([run.runtime_id, run.workload, run.tasks, run.parameters]);
}

function runtimesOf(runs: readonly RunRow[]): readonly string[] {
  return [...new Set(runs.map((run) => run.runtime_id))];
}

/** Explains why two comparisons have no common case: the first aspect without a common value. */
function whatDiffers(before: readonly RunRow[], after: readonly RunRow[]): string {
  const aspects: readonly (readonly [string, (run: RunRow) => string])[] = [
    ['runtimes', (run) => nameOf(run.runtime_id)],
    ['workloads', (run) => run.workload],
    ['parameters', (run) => `${run.workload} ${run.parameters}`],
    ['numbers of tasks', (run) => `${run.workload} ${run.tasks}`],
  ];
  for (const [aspect, of] of aspects) {
    const [left, right] = [before, after].map((runs) => [...new Set(runs.map(of))]);
    if (left?.some((value) => right?.includes(value))) continue;
    return `the ${aspect} are ${left?.join(', ')} before, ${right?.join(', ')} after`;
  }
  return 'no runtime has the same workload, parameters and number of tasks on both sides';
}
