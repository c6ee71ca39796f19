import { median } from 'simple-statistics';
import type { Headline } from '../model/metric.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { groupBy } from './group-by.ts';
import { excludes, sharedConfidence } from './interval.ts';
import { type Ratio, ratioOfMedians } from './ratio.ts';

/** A runtime's place among those that ran the same case. */
export interface Rank {
  readonly runtimeId: string;
  readonly median: number;
  /** 1 + the number of runtimes that are surely better. */
  readonly rank: number;
  /** Its interval holds together with those of all other pairs. */
  readonly ratioToBest: Ratio;
}

/** What the best is of itself: no estimate. */
const SAME: Ratio = { ratio: 1, interval: { low: 1, high: 1 } };

/**
 * Ranks the runtimes of one case: rank r means that r - 1 runtimes are surely better, in at least 95 % of rankings for
 * all of them at once (Bonferroni over all pairs). Where noise has two sharp modes that is less, since all of few
 * runs can be of one: with 3 runs 78 to 93 % of rankings of 6, 53 to 84 % of rankings of 18 (`coverage.test.ts`).
 *
 * "Cannot be told apart" is not transitive: of three, the first and the last may be told apart while neither can be from
 * the one between. Then the first two share rank 1, and the last has rank 2 since one is surely better. So a shared
 * rank says that equally many are surely better, not that its runtimes are equal; and only of a runtime at
 * rank 1 is it said that nobody is known to be better.
 *
 * @param rows the runs of one case (workload, tasks and parameters) under any number of runtimes; only ok ones count.
 * @returns best median first; runtimes without a positive figure are left out.
 */
export function rankRuntimes(rows: readonly RunRow[], metric: Headline): readonly Rank[] {
  const direction = metric.better === 'lower' ? 1 : -1;
  const measured = rows.flatMap((row) => {
    const value = metric.valueIn(row);
    return row.status === 'ok' && value !== null ? [{ runtimeId: row.runtime_id, value }] : [];
  });
  const contenders = groupBy(measured, ({ runtimeId }) => runtimeId)
    .map((group) => {
      const values = group.map(({ value }) => value);
      return { runtimeId: group[0].runtimeId, values, median: median(values) };
    })
    .filter((contender) => contender.median > 0)
    .sort((a, b) => direction * (a.median - b.median));
  const confidence = sharedConfidence((contenders.length * (contenders.length - 1)) / 2);
  return contenders.flatMap(({ runtimeId, values, median }, place) => {
    const ratioTo = (other: readonly number[]) =>
      ratioOfMedians(values, other, confidence, metric.grain);
    const surelyBetter = contenders
      .slice(0, place)
      .filter((better) => areApart(ratioTo(better.values)));
    const ratioToBest = place === 0 ? SAME : ratioTo(contenders[0]?.values ?? []);
    return ratioToBest ? [{ runtimeId, median, rank: 1 + surelyBetter.length, ratioToBest }] : [];
  });
}

function areApart(ratio: Ratio | undefined): boolean {
  return ratio?.interval !== undefined && excludes(ratio.interval, 1);
}
