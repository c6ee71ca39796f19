import type { Missing } from '../../model/runtime.ts';

/**
 * The result of a check. `fail`: figures from this machine are wrong. `warn`: they may be noisy or unusual.
 * `unavailable`: what is to be checked is not there. `unknown`: the system does not tell, which is never ok.
 */
export const VERDICTS = ['ok', 'warn', 'fail', 'unavailable', 'unknown'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** One thing that was checked. */
export interface Check {
  /** What was checked: `swap`, `steady 256 MiB`. */
  readonly what: string;
  /** What was found, with units. */
  readonly seen: string;
  /** What it should be; empty where nothing is expected. */
  readonly bound: string;
  readonly verdict: Verdict;
  /** What to do when it is not ok. */
  readonly advice?: string;
}

/** Checks that belong together. */
export interface CheckGroup {
  readonly heading: string;
  readonly check: () => Promise<readonly Check[]>;
}

/** The check of something that is missing, with how to get it. */
export function unavailable(what: string, { missing, remedy }: Missing): Check {
  return {
    what,
    seen: missing,
    bound: '',
    verdict: 'unavailable',
    advice: `to get it: ${remedy}`,
  };
}
