import { median } from 'simple-statistics';
import type { RunRow } from '../record/tables/runs.ts';
import { groupBy } from './group-by.ts';
import { type Ratio, ratioOfMedians } from './ratio.ts';
import type { Metric } from './summary.ts';

/** A runtime's place among those that ran the same case. */
export interface Rank {
  readonly runtimeId: string;
  readonly median: number;
  /** 1 + the number of runtimes in better groups; shared by all of a group. */
  readonly rank: number;
  readonly ratioToBest: Ratio;
}

const FALSE_CLAIMS = 0.05;

/**
 * Ranks the runtimes of one case in groups: two different ranks are always a difference that the runs show, with
 * at most 5 % of all rankings claiming any difference that is not there (Bonferroni over all pairs).
 *
 * "Cannot be told apart" is not transitive: of three, the first and the last may be told apart while neither can be from
 * the one between. A rank begins only where every runtime above is told apart from every one below, so
 * all three share one: a shared rank says that no line could be drawn there, not that its runtimes are equal.
 *
 * @param rows the runs of one case (workload, tasks and parameters) under any number of runtimes; only ok ones count.
 * @returns best first; runtimes without a positive figure are left out.
 */
export function rankRuntimes(
  rows: readonly RunRow[],
  metric: Metric,
  best: 'lowest' | 'highest',
): readonly Rank[] {
  const direction = best === 'lowest' ? 1 : -1;
  const measured = rows.flatMap((row) => {
    const value = row[metric];
    return row.status === 'ok' && value !== null ? [{ runtimeId: row.runtime_id, value }] : [];
  });
  const contenders = groupBy(measured, ({ runtimeId }) => runtimeId)
    .map((group) => {
      const values = group.map(({ value }) => value);
      return { runtimeId: group[0].runtimeId, values, median: median(values) };
    })
    .filter((contender) => contender.median > 0)
    .sort((a, b) => direction * (a.median - b.median));
  const pairs = (contenders.length * (contenders.length - 1)) / 2;
  const confidence = 1 - FALSE_CLAIMS / Math.max(1, pairs);
  let rank = 1;
  return contenders.flatMap((contender, place) => {
    const better = contenders.slice(0, place);
    const worse = contenders.slice(place);
    const isCut = better.every((left) =>
      worse.every((right) => areApart(left.values, right.values, confidence)),
    );
    if (isCut) rank = place + 1;
    const ratioToBest = ratioOfMedians(contender.values, contenders[0]?.values ?? [], confidence);
    if (ratioToBest === undefined) return [];
    return [{ runtimeId: contender.runtimeId, median: contender.median, rank, ratioToBest }];
  });
}

function areApart(left: readonly number[], right: readonly number[], confidence: number): boolean {
  const interval = ratioOfMedians(left, right, confidence)?.interval;
  return interval !== undefined && (interval.high < 1 || interval.low > 1);
}
