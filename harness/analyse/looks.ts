import { LEAST_BLOCKS, USUAL_MAX_REPEATS } from '../model/repeats.ts';

/** The number of runs at which figures are looked at; fewer have no interval that is free of assumptions (`median-interval.ts`). */
const LOOKS = [LEAST_BLOCKS, 9, 14, 20, USUAL_MAX_REPEATS];

/**
 * The number of runs at which a case is looked at next: whole blocks of its runs are added up to that number, or none when
 * it is settled by then (`judge-precision.ts`). Few looks, so that chance has few occasions to end a case too early.
 *
 * @param runs how many the case has.
 * @param mostRuns the most that it may have; always the last look.
 * @returns undefined when there are no more looks.
 */
export function nextLook(runs: number, mostRuns: number): number | undefined {
  if (runs >= mostRuns) return undefined;
  const next = LOOKS.find((look) => look > runs) ?? mostRuns;
  return Math.min(next, mostRuns);
}

/**
 * The confidence level of an interval whose number of runs was not fixed beforehand, so that it still covers the truth in
 * 95 % of cases. Repeated confidence intervals that hold under every rule of stopping would need about 98.5 % (Jennison and
 * Turnbull, Interim analyses: the repeated confidence interval approach, Journal of the Royal Statistical Society B 51, 1989,
 * 305-361), which six runs cannot reach. A rule that looks at the width of the interval alone, as here, needs less (Chow and
 * Robbins, On the asymptotic theory of fixed-width sequential confidence intervals, Annals of Mathematical Statistics 36,
 * 1965, 457-462): with the highest level that six runs reach, 1 - 2 / 2^6, the coverage at the moment of stopping is 94 to 97 %
 * in the simulations of `stopping.test.ts`.
 *
 * @param runs fewer than at the first look were not added to, and have the usual level.
 * @param intervals how many of them must hold at once (Bonferroni).
 */
export function stoppingConfidence(runs: number, intervals = 1): number {
  const missed = runs < LEAST_BLOCKS ? MISSED : MISSED_AT_LOOKS;
  return 1 - missed / Math.max(1, intervals);
}

const MISSED = 0.05;
const MISSED_AT_LOOKS = 2 / 2 ** LEAST_BLOCKS;
