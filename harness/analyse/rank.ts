import { median } from 'simple-statistics';
import type { Headline, RunMetric } from '../model/metric.ts';
import type { UntilSettled } from '../model/repeats.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { usualGrains } from './grain-of.ts';
import { groupBy } from './group-by.ts';
import { sharedConfidence } from './interval.ts';
import { judgePrecision } from './judge-precision.ts';
import { okValues } from './ok-values.ts';
import { precisionGoal } from './precision-goal.ts';
import { areApart, type Ratio, ratioOfFigures, type Sample } from './ratio.ts';

/** A runtime's place among those that ran the same case. */
export interface Rank {
  readonly runtimeId: string;
  readonly median: number;
  /** How many runs it is known from. */
  readonly runs: number;
  /** Whether its runs are a spread or have two modes, so that its place may depend on the run. */
  readonly isWide: boolean;
  /** 1 + the number of runtimes that are significantly better. */
  readonly best: number;
  /** The number of runtimes without those that are significantly worse. */
  readonly worst: number;
  /** The ratio to each of the others, by runtime; the intervals of all pairs hold simultaneously. */
  readonly ratioTo: (runtimeId: string) => Ratio | undefined;
}

/** A runtime with its values in one case. */
export interface Contender extends Sample {
  readonly runtimeId: string;
  readonly median: number;
}

/** The runtimes of one case that have a positive median, without which there is no ratio; the best first. */
export function contendersIn(
  rows: readonly RunRow[],
  metric: Headline,
  grain: number,
  asked?: UntilSettled,
): readonly Contender[] {
  const direction = metric.better === 'lower' ? 1 : -1;
  return groupBy(rows, ({ runtime_id }) => runtime_id)
    .flatMap((ofRuntime) => {
      const values = okValues(ofRuntime, metric);
      if (values.length === 0) return [];
      const runtimeId = ofRuntime[0].runtime_id;
      return [
        { runtimeId, median: median([...values]), ...sampleOf(values, metric, grain, asked) },
      ];
    })
    .filter((contender) => contender.median > 0)
    .sort((a, b) => direction * (a.median - b.median));
}

/** The values of a figure with what they are, by the goal of the summary: at least one. */
export function sampleOf(
  values: readonly number[],
  metric: RunMetric,
  grain: number,
  asked?: UntilSettled,
): Sample {
  const { kind } = judgePrecision(values, precisionGoal(metric, grain, asked));
  return { values, isWide: kind === 'two-modes' || kind === 'spread' };
}

/** The ratio of a runtime to itself, which is exact. */
const SAME: Ratio = { ratio: 1, interval: { low: 1, high: 1 } };

/**
 * Ranks the runtimes of one case, each by a range of places: as many runtimes are surely better as there are places before
 * it, and as many are surely worse as there are after it. All ranges of a case are right simultaneously in at least 95 % of
 * rankings (Bonferroni over all pairs), also when runs were added until figures were settled (`stopping.test.ts`). A
 * runtime whose runs are a spread or have two modes is placed by all of them. Coverage is lower for strongly bimodal noise
 * and few runs, which may all come from one mode: with 3 runs, 78 to 93 % for 6 runtimes and 53 to 84 % for 18
 * (`coverage.test.ts`).
 *
 * "Not significantly different" is not transitive: the first and the last of three runtimes may differ significantly while
 * neither differs from the second. Their ranges are 1-2, 1-3 and 2-3. Runtimes with the same range need not be equal.
 *
 * @param rows the runs of one case (workload, tasks and parameters) under any number of runtimes; only ok runs count.
 * @param asked the precision that decides what is a spread; undefined for the usual.
 * @returns the ranks, best median first, so that each stands in its own range; runtimes without a positive median are left
 *   out.
 */
export function rankRuntimes(
  rows: readonly RunRow[],
  metric: Headline,
  grainOf = usualGrains,
  asked?: UntilSettled,
): readonly Rank[] {
  const grain = grainOf(metric, rows);
  const contenders = contendersIn(rows, metric, grain, asked);
  const confidence = sharedConfidence((contenders.length * (contenders.length - 1)) / 2);
  const ratios = contenders.map((one, place) =>
    contenders.map((other, otherPlace) =>
      place === otherPlace ? SAME : ratioOfFigures(one, other, confidence, grain),
    ),
  );
  const countApart = (place: number, from: number, to?: number) =>
    (ratios[place] ?? []).slice(from, to).filter(areApart).length;
  return contenders.map(({ runtimeId, median, values, isWide }, place) => ({
    runtimeId,
    median,
    runs: values.length,
    isWide,
    best: 1 + countApart(place, 0, place),
    worst: contenders.length - countApart(place, place + 1),
    ratioTo: (other) =>
      ratios[place]?.[contenders.findIndex((contender) => contender.runtimeId === other)],
  }));
}
