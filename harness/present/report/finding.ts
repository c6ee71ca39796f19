import { formatFigure } from '../../metrics/format-figure.ts';
import { formatTasks } from '../../text/quantity.ts';
import type { RankedRuntime, Ranking, RatioCell } from './ranking.ts';

/** A runtime among those that are shown. */
interface Contender extends RankedRuntime {
  readonly toBest: RatioCell;
}

/**
 * The answer in a sentence: which runtime is best, as far as the runs can tell, and its distance to the last.
 *
 * @param hidden runtimes that the reader has switched off; the sentence is about the others. Their ranks follow from
 *   the same intervals, which hold for all pairs and so for those that are left.
 */
export function findingOf(ranking: Ranking, hidden: ReadonlySet<string> = new Set()): string {
  const { tasks, subject, unit, better } = ranking;
  const [extreme, worst] = better === 'lower' ? ['lowest', 'highest'] : ['highest', 'lowest'];
  const contenders = contendersOf(ranking, hidden);
  const [best, last] = [contenders[0], contenders.at(-1)];
  if (best === undefined || last === undefined) {
    return ranking.ranks.length === 0
      ? 'No run was ok, so there is no figure.'
      : 'None of the runtimes shown has a figure.';
  }
  const format = formatFigure[unit];
  const isPart = contenders.length < ranking.ranks.length;
  const at = `${isPart ? 'Of the runtimes shown, with' : 'With'} ${formatTasks(tasks)}, `;
  if (best === last) return `${at}${best.runtimeId}: ${format(best.median)} (${subject}).`;

  const ranked = contenders.filter(({ toBest }) => toBest.differs !== null);
  const unranked = contenders.filter(({ toBest }) => toBest.differs === null);
  const leaders = ranked.filter(({ rank }) => rank === 1);
  const names = leaders.map((leader) => `${leader.runtimeId} ${format(leader.median)}`).join(', ');
  const answer =
    ranked.length === 1
      ? `${best.runtimeId} had the ${extreme} ${subject}: ${format(best.median)}. With so few runs, that may be chance.`
      : leaders.length === 1
        ? `${best.runtimeId} has the ${extreme} ${subject}: ${format(best.median)}.`
        : `the runs do not tell which has the ${extreme} ${subject}: ${names}.`;
  const end = ` The ${worst} is ${last.runtimeId}'s: ${format(last.median)}, ${last.toBest.text} times that of ${best.runtimeId}.`;
  const left =
    ranked.length > 1 && unranked.length > 0
      ? ` Too few runs were ok to rank ${unranked.map(({ runtimeId }) => runtimeId).join(', ')}.`
      : '';
  return `${at}${answer}${end}${left}`;
}

/** The runtimes that are not hidden, ranked among themselves. */
function contendersOf(
  { ranks, ratios }: Ranking,
  hidden: ReadonlySet<string>,
): readonly Contender[] {
  const shown = ranks.filter(({ runtimeId }) => !hidden.has(runtimeId));
  return shown.flatMap(({ runtimeId, median }, place) => {
    const toBest = ratios[shown[0]?.runtimeId ?? '']?.[runtimeId];
    const better = shown
      .slice(0, place)
      .filter((other) => ratios[other.runtimeId]?.[runtimeId]?.differs === true);
    return toBest ? [{ runtimeId, median, rank: 1 + better.length, toBest }] : [];
  });
}
