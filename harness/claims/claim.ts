import type { RunMetric } from '../model/metric.ts';

/** What a post claims, in our words, and the test that decides whether it holds here. */
export interface Claim {
  readonly says: string;
  readonly test: ClaimTest;
}

/** The claims of one publication. */
export interface Publication {
  /** The id in the files of published figures. */
  readonly id: string;
  readonly title: string;
  readonly claims: readonly Claim[];
}

/** `comparisons`: all or any of several comparisons must hold. `bounds`: a figure must lie between two values. */
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

/** Holds if `more` is greater than `times` times `less`. */
export interface ClaimComparison {
  readonly more: ClaimFigure;
  readonly less: ClaimFigure;
  readonly times: number;
}

/** A figure of one runtime and workload, at one size or averaged over several sizes. */
export interface ClaimFigure {
  readonly runtime: string;
  /** Counts only versions in this semver range. Default: the newest that was measured. */
  readonly version?: string;
  readonly workload: string;
  readonly tasks: readonly number[];
  /** Counts only runs with these parameters, as written in tables. Default: at each size, those with the most ok runs. */
  readonly parameters?: string;
  readonly metric: RunMetric;
  /** Whether the value is divided by the number of tasks. */
  readonly isPerTask?: true;
}

/** Every one of the figures is greater than `times` times `less`. */
export function allMore(figures: readonly ClaimFigure[], less: ClaimFigure, times = 1): ClaimTest {
  return allMoreThanAll(figures, [less], times);
}

/** One figure is greater than `times` times each of the others. */
export function moreThanAll(
  more: ClaimFigure,
  figures: readonly ClaimFigure[],
  times = 1,
): ClaimTest {
  return allMoreThanAll([more], figures, times);
}

/** Every figure of one group is greater than `times` times every figure of another. */
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

/** One figure is greater than `times` times the smallest of the others. */
export function moreThanLeast(
  more: ClaimFigure,
  figures: readonly ClaimFigure[],
  times = 1,
): ClaimTest {
  const comparisons = figures.map((less) => ({ more, less, times }));
  return { kind: 'comparisons', comparisons, needed: 'any' };
}

/** The figures are in this order, smallest first. */
export function inOrder(figures: readonly ClaimFigure[]): ClaimTest {
  const comparisons = figures.flatMap((less, place) =>
    figures.slice(place + 1).map((more) => ({ more, less, times: 1 })),
  );
  return { kind: 'comparisons', comparisons, needed: 'all' };
}

/** Every figure in a claim, without duplicates. */
export function figuresOf(test: ClaimTest): readonly ClaimFigure[] {
  if (test.kind === 'bounds') return [test.figure];
  const figures = test.comparisons.flatMap(({ more, less }) => [more, less]);
  return [...new Map(figures.map((figure) => [JSON.stringify(figure), figure])).values()];
}
