import { caseKey } from '../../model/case.ts';
import type { ComparisonPlan } from '../../plan/plan-comparison.ts';

/** The runs of one case that are still to be made, and what is known of their length. */
interface CaseTime {
  pending: number;
  readonly expectedSeconds: number;
  measuredSeconds: number;
  measuredRuns: number;
}

/**
 * How long a comparison still takes, from the runs that it has made: a run takes as long as the others of its case did. A
 * case without one takes what the plan expects of it, times how far the plan was wrong about the runs made so far.
 */
export class RemainingTime {
  readonly #cases: readonly CaseTime[];
  /** The case of each run, in the order of the plan. */
  readonly #caseOf: readonly CaseTime[];
  #place = 0;
  #startedAt: number | undefined;

  constructor({ runs, expectedSeconds }: Pick<ComparisonPlan, 'runs' | 'expectedSeconds'>) {
    const cases = new Map<string, CaseTime>();
    this.#caseOf = runs.map((run, index) => {
      const key = caseKey(run.case);
      const known = cases.get(key) ?? {
        pending: 0,
        expectedSeconds: expectedSeconds[index] ?? 0,
        measuredSeconds: 0,
        measuredRuns: 0,
      };
      known.pending += 1;
      cases.set(key, known);
      return known;
    });
    this.#cases = [...cases.values()];
  }

  /**
   * A run begins. Those before it that never began were made by an earlier invocation.
   *
   * @param place where it stands in the plan, from 1.
   * @param now in seconds, by any clock that only goes forward.
   */
  start(place: number, now: number): void {
    for (const skipped of this.#caseOf.slice(this.#place, place)) skipped.pending -= 1;
    this.#place = Math.max(this.#place, place);
    this.#startedAt = now;
  }

  /** The run that began last has ended. */
  finish(now: number): void {
    const ended = this.#caseOf[this.#place - 1];
    if (ended === undefined || this.#startedAt === undefined) return;
    ended.measuredSeconds += now - this.#startedAt;
    ended.measuredRuns += 1;
    this.#startedAt = undefined;
  }

  /** Seconds to the end of the last run, and whether any run has been measured. */
  left(now: number): { readonly seconds: number; readonly isMeasured: boolean } {
    const pace = this.#pace();
    const secondsOf = (one: CaseTime) =>
      one.measuredRuns > 0 ? one.measuredSeconds / one.measuredRuns : one.expectedSeconds * pace;
    const current = this.#caseOf[this.#place - 1];
    const ofCurrent =
      current === undefined || this.#startedAt === undefined
        ? 0
        : Math.max(0, secondsOf(current) - (now - this.#startedAt));
    const ofPending = this.#cases.reduce((sum, one) => sum + one.pending * secondsOf(one), 0);
    return {
      seconds: ofCurrent + ofPending,
      isMeasured: this.#cases.some(({ measuredRuns }) => measuredRuns > 0),
    };
  }

  /** Measured seconds for each expected one; 1 as long as nothing is measured. */
  #pace(): number {
    let [measured, expected] = [0, 0];
    for (const one of this.#cases) {
      measured += one.measuredSeconds;
      expected += one.measuredRuns * one.expectedSeconds;
    }
    return expected === 0 ? 1 : measured / expected;
  }
}
