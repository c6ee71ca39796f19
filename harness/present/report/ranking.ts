import { type Rank, rankRuntimes } from '../../analyse/rank.ts';
import { areApart, type Ratio } from '../../analyse/ratio.ts';
import type { Headline } from '../../model/metric.ts';
import { formatEstimate, PLAIN } from '../../text/quantity.ts';
import type { HeadlineTable } from '../headline-tables.ts';
import { remedyWords } from '../remedy-words.ts';
import { verdictWords } from '../verdict-words.ts';
import type { Judging } from './report-data.ts';
import type { ReportCell } from './report-table.ts';
import { runsAtLargestSize } from './runs-by-case.ts';

/** How the runtimes of a table compare at its largest size. It is plain data: the page's script reads it, too. */
export interface Ranking {
  readonly tasks: number;
  /** What is compared: `peak memory`. */
  readonly subject: string;
  readonly better: Headline['better'];
  /** Best median first. */
  readonly ranks: readonly RankedRuntime[];
  /** Each runtime's ratio to each other, by baseline and runtime. The intervals hold for all pairs at once. */
  readonly ratios: Readonly<Record<string, Readonly<Record<string, RatioCell>>>>;
}

/** A runtime that has a figure. */
export interface RankedRuntime extends Pick<Rank, 'runtimeId' | 'best' | 'worst'> {
  /** As far as the runs tell it: `931 MB (928–934)`. */
  readonly figure: string;
}

/** A ratio as a cell of a table. */
export interface RatioCell extends ReportCell {
  /** Whether its interval excludes 1, so that the two runtimes surely differ; null where there is no interval. */
  readonly differs: boolean | null;
  /** What would tell the two apart; empty where they surely differ. */
  readonly remedy: string;
}

/** Ranks the runtimes of a table where it matters most: at its largest size. */
export function rankingOf(
  { headline, sizes, rows }: HeadlineTable,
  { runsOf, grainOf, facts }: Judging,
): Ranking {
  const runs = runsAtLargestSize(rows, runsOf);
  const ranks = rankRuntimes(runs, headline, grainOf, facts.untilSettled);
  const figureOf = (id: string) => {
    const cell = rows.find(({ runtimeId }) => runtimeId === id)?.cells.at(-1);
    return cell ? verdictWords(cell, headline.unit) : '';
  };
  const ratiosTo = (baseline: Rank) =>
    ranks.map((rank): [string, RatioCell] => [
      rank.runtimeId,
      rank === baseline ? SAME : ratioCell(rank, baseline),
    ]);
  return {
    tasks: sizes.at(-1) ?? 0,
    subject: headline.label,
    better: headline.better,
    ranks: ranks.map(({ runtimeId, best, worst }) => ({
      runtimeId,
      best,
      worst,
      figure: figureOf(runtimeId),
    })),
    ratios: Object.fromEntries(
      ranks.map((rank) => [rank.runtimeId, Object.fromEntries(ratiosTo(rank))]),
    ),
  };
}

const SAME: RatioCell = { text: '1', value: 1, differs: false, remedy: '' };
const NO_CELL: ReportCell = { text: '—', value: null };

function ratioCell(rank: Rank, baseline: Rank): RatioCell {
  const ratio = rank.ratioTo(baseline.runtimeId);
  const differs = ratio?.interval === undefined ? null : areApart(ratio);
  const remedy = differs ? '' : remedyWords(rank, baseline);
  if (ratio === undefined) return { ...NO_CELL, differs, remedy };
  return { text: formatRatio(ratio), value: ratio.ratio, differs, remedy };
}

/** `4.41 (4.37–4.46)` */
export function formatRatio({ ratio, interval }: Ratio): string {
  return interval === undefined
    ? String(Number(ratio.toPrecision(3)))
    : formatEstimate(ratio, interval, PLAIN);
}

/** The range of a runtime's rank and its ratio to the best; no rank where too few runs were ok to tell it from the best. */
export function rankCells({ ranks, ratios }: Ranking, runtimeId: string): readonly ReportCell[] {
  const found = ranks.find((rank) => rank.runtimeId === runtimeId);
  const toBest = ratios[ranks[0]?.runtimeId ?? '']?.[runtimeId];
  if (found === undefined || toBest === undefined) return [NO_CELL, NO_CELL];
  const { text, value, differs } = toBest;
  const rank = differs === null ? NO_CELL : { text: formatPlaces(found), value: found.best };
  return [rank, { text, value }];
}

/** `3`, or `3–5` where the runs do not tell which of these places it is. */
function formatPlaces({ best, worst }: Pick<Rank, 'best' | 'worst'>): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}
