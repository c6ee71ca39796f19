import { mean, sum } from 'simple-statistics';
import type { GrainOf } from '../analyse/grain-of.ts';
import { groupBy, type NonEmpty } from '../analyse/group-by.ts';
import { judgePrecision } from '../analyse/judge-precision.ts';
import { nextLook } from '../analyse/looks.ts';
import { okValues } from '../analyse/ok-values.ts';
import { precisionGoal } from '../analyse/precision-goal.ts';
import { type Case, caseKey, type PlannedRun } from '../model/case.ts';
import type { UntilSettled } from '../model/repeats.ts';
import type { Workload } from '../model/workload.ts';
import { type ComparisonPlan, leastRuns } from '../plan/plan-comparison.ts';
import type { RunRow } from '../results/tables/runs.ts';

/** The blocks between two looks at the figures. */
export interface Round {
  /** The runs of these blocks, in the order of the plan; those of cases that are settled are left out. */
  readonly runs: readonly PlannedRun[];
  /** The last of the blocks, from 1. */
  readonly lastBlock: number;
  readonly openCases: number;
}

/**
 * Divides a plan into rounds, each decided when it is asked for, from the runs that are on the disk by then. A plan of
 * fixed repeats is a single round. Of another, the first round has every case; later ones have the cases whose headline is
 * not settled yet, as long as the budget allows for whole blocks of them. Since a decision rests on nothing but the runs
 * before it, a comparison that was killed and resumed takes the same ones.
 *
 * @param recorded the runs made so far; later ones than a decision needs are ignored.
 */
export function* roundsOf(
  plan: ComparisonPlan,
  workloads: ReadonlyMap<string, Workload>,
  grainOf: GrainOf,
  recorded: () => readonly RunRow[],
): Generator<Round> {
  const { untilSettled, runs, cases } = plan;
  const first = leastRuns(plan);
  let lastBlock = first.at(-1)?.repeat ?? 0;
  yield { runs: first, lastBlock, openCases: cases };
  while (untilSettled !== undefined) {
    const look = nextLook(lastBlock, untilSettled.maxRepeats);
    if (look === undefined) return;
    const before = recorded().filter(({ repeat }) => repeat <= lastBlock);
    const open = openCases(plan, untilSettled, workloads, grainOf, before);
    const blocks = Math.min(look - lastBlock, affordableBlocks(open, before, untilSettled));
    if (open.length === 0 || blocks === 0) return;
    const keys = new Set(open.map(({ case: one }) => caseKey(one)));
    const firstBlock = lastBlock + 1;
    lastBlock += blocks;
    const isDue = ({ repeat, case: one }: PlannedRun) =>
      repeat >= firstBlock && repeat <= lastBlock && keys.has(caseKey(one));
    yield { runs: runs.filter(isDue), lastBlock, openCases: open.length };
    if (lastBlock < look) return; // the budget is used up
  }
}

/** A case with its runs. A run that was repeated with a longer sleep is there twice. */
interface MadeCase {
  readonly case: Case;
  readonly rows: NonEmpty<RunRow>;
}

/** The cases that more runs would tell more about: not settled yet, and with a run that was ok. */
function openCases(
  { runs }: ComparisonPlan,
  untilSettled: UntilSettled,
  workloads: ReadonlyMap<string, Workload>,
  grainOf: GrainOf,
  before: readonly RunRow[],
): readonly MadeCase[] {
  const planned = new Map(runs.map((run) => [run.position, run.case]));
  const made = before.flatMap((row) => {
    const theCase = planned.get(row.position);
    return theCase === undefined ? [] : [{ case: theCase, row }];
  });
  const cases = groupBy(made, ({ case: one }) => caseKey(one)).map(([first, ...others]) => ({
    case: first.case,
    rows: [first.row, ...others.map(({ row }) => row)] as const,
  }));
  return cases.filter(({ case: { workload, parameters }, rows }) => {
    const headline = workloads.get(workload)?.headline(parameters);
    if (headline === undefined) return false;
    const values = okValues(rows, headline);
    if (values.length === 0) return false;
    const goal = precisionGoal(headline, grainOf(headline, rows), untilSettled);
    return judgePrecision(values, goal).kind === 'not-settled';
  });
}

/** How many more blocks of these cases end within the budget, if each takes as long as those so far. */
function affordableBlocks(
  open: readonly MadeCase[],
  before: readonly RunRow[],
  { budgetSeconds = Infinity }: UntilSettled,
): number {
  const secondsOf = ({ wall_seconds }: RunRow) => wall_seconds ?? 0;
  const secondsOfBlock = sum(open.map(({ rows }) => mean(rows.map(secondsOf))));
  const left = budgetSeconds - sum(before.map(secondsOf));
  return Math.max(0, Math.floor(left / secondsOfBlock));
}
