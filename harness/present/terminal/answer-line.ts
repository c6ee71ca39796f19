import { usualGrains } from '../../analyse/grain-of.ts';
import { nameOf } from '../../analyse/pair-runtimes.ts';
import { type Rank, rankRuntimes } from '../../analyse/rank.ts';
import { areApart } from '../../analyse/ratio.ts';
import type { Headline } from '../../model/metric.ts';
import type { UntilSettled } from '../../model/repeats.ts';
import { formatTasks } from '../../text/quantity.ts';
import type { HeadlineTable } from '../headline-tables.ts';
import { remedyWords } from '../remedy-words.ts';
import { formatRatio } from '../report/ranking.ts';
import { type RunsOf, runsAtLargestSize } from '../report/runs-by-case.ts';
import { verdictWords } from '../verdict-words.ts';

/**
 * What a table answers, at its largest size: how many times the second runtime's figure the best one's is, where the
 * intervals decide that it is the best; else that it cannot be told, and what would tell.
 *
 * @returns undefined where fewer than two runtimes have a figure.
 */
export function answerLine(
  { workload, headline, sizes, rows }: HeadlineTable,
  runsOf: RunsOf,
  grainOf = usualGrains,
  asked?: UntilSettled,
): string | undefined {
  const ranks = rankRuntimes(runsAtLargestSize(rows, runsOf), headline, grainOf, asked);
  const [best, second] = ranks;
  if (best === undefined || second === undefined) return undefined;
  const at = formatTasks(sizes.at(-1) ?? 0);
  const short = shortNames(ranks);
  const ratio = best.ratioTo(second.runtimeId);
  if (ratio?.interval !== undefined && best.worst === 1) {
    return `${workload.id}: ${short(best)} ${verbOf(headline)} ${formatRatio(ratio)} times the ${headline.label} of ${short(second)} at ${at}`;
  }
  const tied = ranks.filter((rank) => rank === best || !areApart(rank.ratioTo(best.runtimeId)));
  const figures = tied.map((one) => {
    const cell = rows.find(({ runtimeId }) => runtimeId === one.runtimeId)?.cells.at(-1);
    return [short(one), cell && verdictWords(cell, headline.unit)].join(' ');
  });
  const extreme = headline.better === 'lower' ? 'lowest' : 'highest';
  return `${workload.id}: which has the ${extreme} ${headline.label} at ${at} cannot be told from these runs: ${figures.join(', ')}; ${remedyWords(best, second)}`;
}

function verbOf({ unit }: Headline): string {
  return unit === 'byte' ? 'needs' : 'has';
}

/** Names without versions, where each runtime is there in one version only. */
function shortNames(ranks: readonly Rank[]): (rank: Rank) => string {
  const names = ranks.map(({ runtimeId }) => nameOf(runtimeId));
  const areUnique = new Set(names).size === names.length;
  return ({ runtimeId }) => (areUnique ? nameOf(runtimeId) : runtimeId);
}
