import type { Rank } from '../analyse/rank.ts';
import { type Remedy, whatWouldTell } from '../analyse/what-would-tell.ts';

/** What would tell two runtimes apart, as the end of a sentence: `about 12 more runs of each may tell (--precision 1%)`. */
export function remedyWords(one: Rank, other: Rank): string {
  const ratio = one.ratioTo(other.runtimeId);
  if (ratio?.interval === undefined) return 'at least 3 ok runs of each are needed';
  if (one.isWide || other.isWide) return 'which is better depends on the run';
  const remedy = whatWouldTell(ratio, Math.min(one.runs, other.runs));
  return remedy === undefined
    ? 'no reasonable number of runs would tell'
    : `about ${remedy.moreRuns} more ${remedy.moreRuns === 1 ? 'run' : 'runs'} of each may tell (--precision ${percent(remedy)})`;
}

/** A precision that is surely enough, with one digit. */
function percent({ precision }: Remedy): string {
  const share = 100 * precision;
  const step = 10 ** Math.floor(Math.log10(share));
  return `${Number((Math.floor(share / step) * step).toPrecision(1))}%`;
}
