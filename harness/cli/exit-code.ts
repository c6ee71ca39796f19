import type { MadeComparisons } from '../compare/comparison-result.ts';

/** What the exit codes mean. */
export const ExitCode = {
  /** Everything was done, and every planned run is ok. */
  ok: 0,
  /** Everything was done, but some planned run is not ok. */
  someRunFailed: 1,
  /** Everything was compared, and some figure is worse than is put up with. */
  worse: 1,
  /** A results folder has a fault. */
  notAccepted: 1,
  /** Wrong usage: one line on stderr says what and what to do. */
  usage: 2,
  /** A mistake of ours, with a stack trace (EX_SOFTWARE of sysexits.h): nothing follows from it about what was to be measured. */
  crashed: 70,
  /** Ctrl-C: what was measured is written. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The exit code of `compare` and `measure`: of several comparisons, the worst. */
export function exitCodeOf({ comparisons, isInterrupted }: MadeComparisons): ExitCode {
  if (isInterrupted) return ExitCode.interrupted;
  return comparisons.every(({ status }) => status === 'ok') ? ExitCode.ok : ExitCode.someRunFailed;
}
