import { sharedConfidence } from '../../analyse/interval.ts';
import { type Rank, rankRuntimes } from '../../analyse/rank.ts';
import { type Ratio, ratioOfMedians } from '../../analyse/ratio.ts';
import { formatFigure } from '../../metrics/format-figure.ts';
import type { Headline } from '../../model/metric.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import type { HeadlineTable } from '../headline-tables.ts';
import type { Cases } from './cases.ts';
import { countTasks } from './figures.ts';
import type { ReportCell } from './report-table.ts';

/** How the runtimes stand to each other at the largest size of a table. */
export interface Ranking {
  readonly tasks: number;
  readonly headline: Headline;
  /** Best median first. */
  readonly ranks: readonly Rank[];
  /** Each runtime's ratio to each other, by baseline and runtime; as sure of all at once as the ranks are. */
  readonly ratios: Readonly<Record<string, Readonly<Record<string, ReportCell>>>>;
}

/** Ranks the runtimes of a table where it matters most: at its largest size. */
export function rankingOf({ headline, sizes, rows }: HeadlineTable, cases: Cases): Ranking {
  const runs = rows.flatMap(({ cells }) => {
    const last = cells.at(-1);
    return last === undefined ? [] : cases.runsOf(last);
  });
  const ranks = rankRuntimes(runs, headline);
  return { tasks: sizes.at(-1) ?? 0, headline, ranks, ratios: ratiosOf(ranks, runs, headline) };
}

function ratiosOf(
  ranks: readonly Rank[],
  runs: readonly RunRow[],
  headline: Headline,
): Ranking['ratios'] {
  const confidence = sharedConfidence((ranks.length * (ranks.length - 1)) / 2);
  const values = new Map(
    ranks.map(({ runtimeId }) => [
      runtimeId,
      runs.flatMap((run) =>
        run.runtime_id === runtimeId && run.status === 'ok' ? (headline.valueIn(run) ?? []) : [],
      ),
    ]),
  );
  const to = (baseline: readonly number[]) =>
    Object.fromEntries(
      [...values].map(([runtimeId, own]) => [
        runtimeId,
        own === baseline
          ? SAME
          : ratioCell(ratioOfMedians(own, baseline, confidence, headline.grain)),
      ]),
    );
  return Object.fromEntries([...values].map(([baselineId, own]) => [baselineId, to(own)]));
}

const SAME: ReportCell = { text: '1', value: 1 };
const MISSING: ReportCell = { text: '—', value: null };

/** `4.41 (4.37–4.46)` */
function ratioCell(ratio: Ratio | undefined): ReportCell {
  if (ratio === undefined) return MISSING;
  const { low, high } = ratio.interval ?? {};
  const interval =
    low === undefined || high === undefined ? '' : ` (${formatRatio(low)}–${formatRatio(high)})`;
  return { text: `${formatRatio(ratio.ratio)}${interval}`, value: ratio.ratio };
}

function formatRatio(ratio: number): string {
  if (ratio < 0.1) return String(Number(ratio.toPrecision(2)));
  return ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0);
}

/** The rank and the ratio to the best of a runtime; no rank where too few runs were ok to tell it from the best. */
export function rankCells({ ranks }: Ranking, runtimeId: string): readonly ReportCell[] {
  const found = ranks.find((rank) => rank.runtimeId === runtimeId);
  if (found === undefined) return [MISSING, MISSING];
  return [
    isRanked(found) ? { text: String(found.rank), value: found.rank } : MISSING,
    found === ranks[0] ? SAME : ratioCell(found.ratioToBest),
  ];
}

function isRanked({ ratioToBest }: Rank): boolean {
  return ratioToBest.interval !== undefined;
}

/** The answer in a sentence: which is best, as far as the runs can tell, and how far the last is from it. */
export function findingOf({ ranks, tasks, headline }: Ranking): string {
  const [best, last] = [ranks[0], ranks.at(-1)];
  if (best === undefined || last === undefined) {
    return 'No run was ok, so there is no figure.';
  }
  const format = formatFigure[headline.unit];
  const isLowest = headline.better === 'lower';
  const at = `With ${countTasks(tasks)}, `;
  const subject = headline.label;
  if (best === last) return `${at}${best.runtimeId}: ${format(best.median)} (${subject}).`;

  const extreme = isLowest ? 'lowest' : 'highest';
  const ranked = ranks.filter(isRanked);
  const leaders = ranked.filter(({ rank }) => rank === 1);
  const names = leaders.map((leader) => `${leader.runtimeId} ${format(leader.median)}`).join(', ');
  const unranked = ranks.filter((rank) => !isRanked(rank)).map(({ runtimeId }) => runtimeId);
  const answer =
    ranked.length === 1
      ? `${best.runtimeId} had the ${extreme} ${subject} seen: ${format(best.median)}; so few runs do not tell whether that is more than chance.`
      : leaders.length === 1
        ? `${best.runtimeId} has the ${extreme} ${subject}: ${format(best.median)}.`
        : `the runs do not tell which has the ${extreme} ${subject}: ${names}.`;
  const end = ` The ${isLowest ? 'highest' : 'lowest'} is ${last.runtimeId}'s: ${format(last.median)}`;
  const times = `, ${ratioCell(last.ratioToBest).text} times that of ${best.runtimeId}.`;
  const left =
    ranked.length > 1 && unranked.length > 0
      ? ` Too few runs were ok to rank ${unranked.join(', ')}.`
      : '';
  return `${at}${answer}${end}${times}${left}`;
}
