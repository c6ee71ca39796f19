import { formatTasks } from '../../text/quantity.ts';
import type { RankedRuntime, Ranking, RatioCell } from './ranking.ts';

/** A runtime among those that are shown. */
interface Contender extends RankedRuntime {
  readonly toBest: RatioCell;
}

/**
 * The answer in a sentence: which runtime is best and how far the last is from it, each where the intervals decide it; else
 * what would.
 *
 * @param hidden runtimes that the reader has switched off; the sentence is about the others. Their ranks follow from
 *   the same intervals, which hold for all pairs and so for those that are left.
 */
export function findingOf(ranking: Ranking, hidden: ReadonlySet<string> = new Set()): string {
  const { tasks, subject, better } = ranking;
  const [extreme, worst] = better === 'lower' ? ['lowest', 'highest'] : ['highest', 'lowest'];
  const contenders = contendersOf(ranking, hidden);
  const [best, last] = [contenders[0], contenders.at(-1)];
  if (best === undefined || last === undefined) {
    return ranking.ranks.length === 0
      ? 'No run was ok, so there is no figure.'
      : 'None of the runtimes shown has a figure.';
  }
  const isPart = contenders.length < ranking.ranks.length;
  const at = `${isPart ? 'Of the runtimes shown, with' : 'With'} ${formatTasks(tasks)}, `;
  if (best === last) return `${at}${best.runtimeId}: ${best.figure} (${subject}).`;

  const ranked = contenders.filter(({ toBest }) => toBest.differs !== null);
  const unranked = contenders.filter(({ toBest }) => toBest.differs === null);
  const tied = ranked.filter(({ toBest }) => toBest.differs === false);
  const names = tied.map(({ runtimeId, figure }) => `${runtimeId} ${figure}`).join(', ');
  const answer =
    ranked.length === 1
      ? `too few runs were ok to tell which has the ${extreme} ${subject}.`
      : tied.length === 1
        ? `${best.runtimeId} has the ${extreme} ${subject}: ${best.figure}.`
        : `the runs cannot tell which has the ${extreme} ${subject}: ${names}; of the first two, ${tied[1]?.toBest.remedy}.`;
  const end = last.toBest.differs === true ? ` ${lastSentence(contenders, last, worst)}` : '';
  const left =
    ranked.length > 1 && unranked.length > 0
      ? ` Too few runs were ok to rank ${unranked.map(({ runtimeId }) => runtimeId).join(', ')}.`
      : '';
  return `${at}${answer}${end}${left}`;
}

/** How far the last is from the best, which it surely differs from; that it is the last only where that is sure, too. */
function lastSentence(
  { length, 0: best }: readonly Contender[],
  last: Contender,
  worst: string | undefined,
): string {
  const distance = `${last.toBest.text} times that of ${best?.runtimeId}`;
  return last.best === length
    ? `The ${worst} is ${last.runtimeId}'s: ${last.figure}, ${distance}.`
    : `That of ${last.runtimeId} is ${last.figure}, ${distance}.`;
}

/** The runtimes that are not hidden, ranked among themselves. */
function contendersOf(
  { ranks, ratios }: Ranking,
  hidden: ReadonlySet<string>,
): readonly Contender[] {
  const shown = ranks.filter(({ runtimeId }) => !hidden.has(runtimeId));
  return shown.flatMap(({ runtimeId, figure }, place) => {
    const toBest = ratios[shown[0]?.runtimeId ?? '']?.[runtimeId];
    if (toBest === undefined) return [];
    const countApart = (others: readonly RankedRuntime[]) =>
      others.filter((other) => ratios[other.runtimeId]?.[runtimeId]?.differs === true).length;
    const best = 1 + countApart(shown.slice(0, place));
    const worst = shown.length - countApart(shown.slice(place + 1));
    return [{ runtimeId, figure, best, worst, toBest }];
  });
}
