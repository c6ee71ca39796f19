import { caseKey, type PlannedRun } from '../../model/case.ts';
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
  readonly #cases = new Map<string, CaseTime>();
  /** The case of each run that was added, in order. */
  readonly #caseOf: CaseTime[] = [];
  #place = 0;
  #startedAt: number | undefined;

  /**
   * Counts runs that are due, after those that were added before.
   *
   * @param expectedSeconds the estimated duration of a run, by `caseKey`.
   */
  add(runs: readonly PlannedRun[], expectedSeconds: ComparisonPlan['expectedSeconds']): void {
    for (const run of runs) {
      const key = caseKey(run.case);
      const known = this.#cases.get(key) ?? {
        pending: 0,
        expectedSeconds: expectedSeconds.get(key) ?? 0,
        measuredSeconds: 0,
        measuredRuns: 0,
      };
      known.pending += 1;
      this.#cases.set(key, known);
      this.#caseOf.push(known);
    }
  }

  /**
   * A run begins. Those before it that never began were made by an earlier invocation.
   *
   * @param place where it stands among the runs that were added, from 1.
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
    const cases = [...this.#cases.values()];
    const ofPending = cases.reduce((sum, one) => sum + one.pending * secondsOf(one), 0);
    return {
      seconds: ofCurrent + ofPending,
      isMeasured: cases.some(({ measuredRuns }) => measuredRuns > 0),
    };
  }

  /** Measured seconds for each expected one; 1 as long as nothing is measured. */
  #pace(): number {
    let [measured, expected] = [0, 0];
    for (const one of this.#cases.values()) {
      measured += one.measuredSeconds;
      expected += one.measuredRuns * one.expectedSeconds;
    }
    return expected === 0 ? 1 : measured / expected;
  }
}
