import {
  LEAST_BLOCKS,
  type Repeats,
  type UntilSettled,
  USUAL_MAX_REPEATS,
} from '../model/repeats.ts';
import type { Suite } from '../model/suite.ts';
import { UsageError } from '../model/usage-error.ts';

/** What the command line says of how often cases run. */
export interface RepeatOptions {
  /** A fixed number of runs of each case. */
  readonly repeats?: number | undefined;
  readonly precision?: number | undefined;
  readonly maxRepeats?: number | undefined;
  readonly budgetSeconds?: number | undefined;
}

/**
 * How often each case of a suite runs: as the command line says, and in what it leaves open as the suite declares.
 *
 * @throws UsageError for a fixed number together with a precision or its limits, and for a limit below the least number.
 */
export function chooseRepeats(suite: Pick<Suite, 'repeats'>, options: RepeatOptions): Repeats {
  const { repeats, precision, maxRepeats, budgetSeconds } = options;
  const settling = [precision, maxRepeats, budgetSeconds];
  const isSettling = settling.some((value) => value !== undefined);
  if (repeats !== undefined) {
    if (!isSettling) return repeats;
    throw new UsageError(
      '--repeats fixes the number of runs: leave it out, or leave out --precision, --max-repeats and --budget',
    );
  }
  if (!isSettling) return suite.repeats;
  if (maxRepeats !== undefined && maxRepeats < LEAST_BLOCKS) {
    throw new UsageError(
      `--max-repeats ${maxRepeats} settles nothing: choose ${LEAST_BLOCKS} or more, or a fixed number with --repeats`,
    );
  }
  const declared: UntilSettled =
    typeof suite.repeats === 'number' ? { maxRepeats: USUAL_MAX_REPEATS } : suite.repeats;
  return {
    precision: precision ?? declared.precision,
    maxRepeats: maxRepeats ?? declared.maxRepeats,
    budgetSeconds: budgetSeconds ?? declared.budgetSeconds,
  };
}
