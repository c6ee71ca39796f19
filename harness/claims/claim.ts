import type { RunMetric } from '../model/metric.ts';

/** What a post says, in our words, and which of our figures decide whether it holds here. */
export interface Claim {
  readonly says: string;
  readonly test: ClaimTest;
}

/** All that one publication claims. */
export interface Publication {
  /** As in the files of published figures. */
  readonly id: string;
  readonly title: string;
  readonly claims: readonly Claim[];
}

/** `comparisons`: every one must hold, or any. `bounds`: a figure must lie between two values. */
export type ClaimTest =
  | {
      readonly kind: 'comparisons';
      readonly comparisons: readonly ClaimComparison[];
      readonly needed: 'all' | 'any';
    }
  | {
      readonly kind: 'bounds';
      readonly figure: ClaimFigure;
      readonly from: number;
      readonly to: number;
    };

/** The one is more than so many times the other. */
export interface ClaimComparison {
  readonly more: ClaimFigure;
  readonly less: ClaimFigure;
  readonly times: number;
}

/** A figure of one runtime in one workload, at one size or over several together. */
export interface ClaimFigure {
  readonly runtime: string;
  readonly workload: string;
  readonly tasks: readonly number[];
  /** The only parameters whose runs count, as in the tables. Where it is left out: at each size those of which most runs are ok. */
  readonly parameters?: string;
  readonly metric: RunMetric;
  /** Divided by the number of tasks. */
  readonly isPerTask?: true;
}

/** The claim that every one of some figures is more than so many times another. */
export function allMore(figures: readonly ClaimFigure[], less: ClaimFigure, times = 1): ClaimTest {
  return allMoreThanAll(figures, [less], times);
}

/** The claim that one figure is more than so many times every one of some others. */
export function moreThanAll(
  more: ClaimFigure,
  figures: readonly ClaimFigure[],
  times = 1,
): ClaimTest {
  return allMoreThanAll([more], figures, times);
}

/** The claim that every figure of one group is more than so many times every one of another. */
export function allMoreThanAll(
  figures: readonly ClaimFigure[],
  others: readonly ClaimFigure[],
  times = 1,
): ClaimTest {
  return {
    kind: 'comparisons',
    comparisons: figures.flatMap((more) => others.map((less) => ({ more, less, times }))),
    needed: 'all',
  };
}

/** The claim that one figure is more than so many times the least of some others. */
export function moreThanLeast(
  more: ClaimFigure,
  figures: readonly ClaimFigure[],
  times = 1,
): ClaimTest {
  const comparisons = figures.map((less) => ({ more, less, times }));
  return { kind: 'comparisons', comparisons, needed: 'any' };
}

/** The claim that figures come in this order, the smallest first. */
export function inOrder(figures: readonly ClaimFigure[]): ClaimTest {
  const comparisons = figures.flatMap((less, place) =>
    figures.slice(place + 1).map((more) => ({ more, less, times: 1 })),
  );
  return { kind: 'comparisons', comparisons, needed: 'all' };
}

/** Every figure that a claim is about, once. */
export function figuresOf(test: ClaimTest): readonly ClaimFigure[] {
  if (test.kind === 'bounds') return [test.figure];
  const figures = test.comparisons.flatMap(({ more, less }) => [more, less]);
  return [...new Map(figures.map((figure) => [JSON.stringify(figure), figure])).values()];
}
