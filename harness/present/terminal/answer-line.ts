import { usualGrains } from '../../analyse/grain-of.ts';
import { nameOf } from '../../analyse/pair-runtimes.ts';
import { type Rank, rankRuntimes } from '../../analyse/rank.ts';
import { areApart } from '../../analyse/ratio.ts';
import { formatFigure } from '../../metrics/format-figure.ts';
import type { Headline } from '../../model/metric.ts';
import { formatTasks } from '../../text/quantity.ts';
import type { HeadlineTable } from '../headline-tables.ts';
import { type RunsOf, runsAtLargestSize } from '../report/runs-by-case.ts';

/**
 * What a table answers, at its largest size: how many times the second runtime's figure the best one's is, where the
 * interval decides; else that it cannot be told.
 *
 * @returns undefined where fewer than two runtimes have a figure.
 */
export function answerLine(
  { workload, headline, sizes, rows }: HeadlineTable,
  runsOf: RunsOf,
  grainOf = usualGrains,
): string | undefined {
  const ranks = rankRuntimes(runsAtLargestSize(rows, runsOf), headline, grainOf);
  const [best, second] = ranks;
  if (best === undefined || second === undefined) return undefined;
  const at = formatTasks(sizes.at(-1) ?? 0);
  const short = shortNames(ranks);
  const interval = second.ratioToBest.interval;
  if (interval !== undefined && areApart(second.ratioToBest)) {
    const ratio = formatRatio(1 / second.ratioToBest.ratio);
    const range = `${formatRatio(1 / interval.high)}–${formatRatio(1 / interval.low)}`;
    return `${workload.id}: ${short(best)} ${verbOf(headline)} ${ratio} × the ${headline.label} of ${short(second)} at ${at} (${range})`;
  }
  const tied = ranks.filter((rank) => rank === best || !areApart(rank.ratioToBest));
  const figures = tied.map((one) => `${short(one)} ${formatFigure[headline.unit](one.median)}`);
  const extreme = headline.better === 'lower' ? 'lowest' : 'highest';
  return `${workload.id}: which has the ${extreme} ${headline.label} at ${at} cannot be told from these runs: ${figures.join(', ')}; more --repeats may tell`;
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

function formatRatio(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(1);
}
