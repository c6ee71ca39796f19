import { type Difference, isRegression, worsening } from '../../analyse/differences.ts';
import { differenceInWords } from './difference-sections.ts';

/**
 * Every figure that is significantly worse by more than the threshold, and for how many that cannot be ruled out.
 *
 * @param limit as a share: 0.05 for 5 %.
 */
export function thresholdLines(
  differences: readonly Difference[],
  limit: number,
): readonly string[] {
  const regressions = differences.filter((row) => isRegression(row, limit));
  const open = differences.filter((row) => !isRegression(row, limit) && mayExceed(row, limit));
  const { length } = differences;
  const summary = `surely worse by more than ${percent(limit)}: ${regressions.length} of ${length} figures`;
  const undecided =
    open.length === 0
      ? ''
      : `; for ${open.length} it cannot be ruled out, use more --repeats to decide`;
  return [...regressions.map(regressionLine), `${summary}${undecided}`];
}

function mayExceed(difference: Difference, limit: number): boolean {
  const isMeasured = difference.before.value !== null && difference.after.value !== null;
  return isMeasured && (worsening(difference)?.high ?? Number.POSITIVE_INFINITY) > 1 + limit;
}

function regressionLine(difference: Difference): string {
  const { low } = worsening(difference) ?? {};
  const how = low === undefined ? 'no run is ok any more' : `worse by at least ${percent(low - 1)}`;
  return `${differenceInWords(difference)}: ${how}`;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}
