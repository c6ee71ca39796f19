import type { Counters } from './counters.ts';

/**
 * How far the kernel's quick count of resident memory is from its walk over all pages, relative to the latter; null
 * where only one of them is known.
 */
export function rssDifference(counters: Counters | undefined): number | null {
  return counters?.rollupRssBytes ? counters.rssBytes / counters.rollupRssBytes - 1 : null;
}
