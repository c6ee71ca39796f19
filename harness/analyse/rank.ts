import { median } from 'simple-statistics';
import type { Headline } from '../model/metric.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { usualGrains } from './grain-of.ts';
import { groupBy } from './group-by.ts';
import { sharedConfidence } from './interval.ts';
import { okValues } from './ok-values.ts';
import { areApart, type Ratio, ratioOfMedians } from './ratio.ts';

/** A runtime's place among those that ran the same case. */
export interface Rank {
  readonly runtimeId: string;
  readonly median: number;
  /** 1 + the number of runtimes that are significantly better. */
  readonly rank: number;
  /** The intervals of all pairs hold simultaneously. */
  readonly ratioToBest: Ratio;
}

/** A runtime with its values in one case. */
export interface Contender {
  readonly runtimeId: string;
  readonly values: readonly number[];
  readonly median: number;
}

/** The runtimes of one case that have a positive median, without which there is no ratio; the best first. */
export function contendersIn(rows: readonly RunRow[], metric: Headline): readonly Contender[] {
  const direction = metric.better === 'lower' ? 1 : -1;
  return groupBy(rows, ({ runtime_id }) => runtime_id)
    .flatMap((ofRuntime) => {
      const values = okValues(ofRuntime, metric);
      if (values.length === 0) return [];
      return [{ runtimeId: ofRuntime[0].runtime_id, values, median: median([...values]) }];
    })
    .filter((contender) => contender.median > 0)
    .sort((a, b) => direction * (a.median - b.median));
}

/** The ratio of the best runtime to itself, which is exact. */
const SAME: Ratio = { ratio: 1, interval: { low: 1, high: 1 } };

/**
 * Ranks the runtimes of one case. Rank r means that r - 1 runtimes are significantly better; all ranks of a case are right
 * simultaneously in at least 95 % of rankings (Bonferroni over all pairs). Coverage is lower for strongly bimodal noise,
 * where a few runs may all come from one mode: with 3 runs, 78 to 93 % for 6 runtimes and 53 to 84 % for 18
 * (`coverage.test.ts`).
 *
 * "Not significantly different" is not transitive: the first and the last of three runtimes may differ significantly while
 * neither differs from the second. Then the first two share rank 1, and the last has rank 2, because one runtime is
 * significantly better. A shared rank therefore does not mean that its runtimes are equal, only that the same number of
 * runtimes are significantly better.
 *
 * @param rows the runs of one case (workload, tasks and parameters) under any number of runtimes; only ok runs count.
 * @returns the ranks, best median first; runtimes without a positive median are left out.
 */
export function rankRuntimes(
  rows: readonly RunRow[],
  metric: Headline,
  grainOf = usualGrains,
): readonly Rank[] {
  const grain = grainOf(metric, rows);
  const contenders = contendersIn(rows, metric);
  const confidence = sharedConfidence((contenders.length * (contenders.length - 1)) / 2);
  return contenders.flatMap(({ runtimeId, values, median }, place) => {
    const ratioTo = (other: readonly number[]) => ratioOfMedians(values, other, confidence, grain);
    const surelyBetter = contenders
      .slice(0, place)
      .filter((better) => areApart(ratioTo(better.values)));
    const ratioToBest = place === 0 ? SAME : ratioTo(contenders[0]?.values ?? []);
    return ratioToBest ? [{ runtimeId, median, rank: 1 + surelyBetter.length, ratioToBest }] : [];
  });
}
