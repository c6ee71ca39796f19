import type { Missing } from '../../model/runtime.ts';

/**
 * What a check comes to. `fail`: figures from here are wrong. `warn`: they may be noisier or stranger than they need
 * be. `unavailable`: it is not there to be checked. `unknown`: the system does not tell, which is never fine.
 */
export const VERDICTS = ['ok', 'warn', 'fail', 'unavailable', 'unknown'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** One thing that was looked at. */
export interface Check {
  /** What was looked at: `swap`, `steady 256 MiB`. */
  readonly what: string;
  /** What was found, with units. */
  readonly seen: string;
  /** What it should be; empty where there is nothing to hold it against. */
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

/** A check of something that is not here, with how to get it. */
export function unavailable(what: string, { missing, install }: Missing): Check {
  return {
    what,
    seen: missing,
    bound: '',
    verdict: 'unavailable',
    advice: `to get it: ${install}`,
  };
}
