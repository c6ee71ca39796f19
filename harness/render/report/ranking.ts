import { sharedConfidence } from '../../analyse/interval.ts';
import { type Rank, rankRuntimes } from '../../analyse/rank.ts';
import { type Ratio, ratioOfMedians } from '../../analyse/ratio.ts';
import type { RunRow } from '../../record/tables/runs.ts';
import type { Headline } from '../../vocabulary/workload.ts';
import { formatQuantity } from '../charts/format-quantity.ts';
import { bestOf, HEADLINES, type HeadlineTable } from '../headline-tables.ts';
import type { Cases } from './cases.ts';
import { countTasks } from './figures.ts';
import { type ReportCell, textCell } from './report-table.ts';

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
  const ranks = rankRuntimes(runs, headline, bestOf(headline));
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
      runs.flatMap(({ runtime_id, status, [headline]: value }) =>
        runtime_id === runtimeId && status === 'ok' && value !== null ? [value] : [],
      ),
    ]),
  );
  const to = (baseline: readonly number[]) =>
    Object.fromEntries(
      [...values].map(([runtimeId, own]) => [
        runtimeId,
        ratioCell(own === baseline ? undefined : ratioOfMedians(own, baseline, confidence)),
      ]),
    );
  return Object.fromEntries([...values].map(([baselineId, own]) => [baselineId, to(own)]));
}

/** `4.41 (4.37–4.46)`; a runtime beside itself is 1. */
export function ratioCell(ratio: Ratio | undefined): ReportCell {
  if (ratio === undefined || ratio.ratio === 1) return { text: '1', value: 1 };
  const { low, high } = ratio.interval ?? {};
  const interval =
    low === undefined || high === undefined ? '' : ` (${formatRatio(low)}–${formatRatio(high)})`;
  return { text: `${formatRatio(ratio.ratio)}${interval}`, value: ratio.ratio };
}

function formatRatio(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2);
}

/** The rank and the ratio to the best of a runtime. */
export function rankCells({ ranks }: Ranking, runtimeId: string): readonly ReportCell[] {
  const found = ranks.find((rank) => rank.runtimeId === runtimeId);
  if (found === undefined)
    return [
      { text: '—', value: null },
      { text: '—', value: null },
    ];
  return [
    { text: String(found.rank), value: found.rank },
    found === ranks[0] ? textCell('1') : ratioCell(found.ratioToBest),
  ];
}

/** The answer in a sentence: which is best, as far as the runs can tell, and how far the last is from it. */
export function findingOf({ ranks, tasks, headline }: Ranking): string {
  const [best, last] = [ranks[0], ranks.at(-1)];
  if (best === undefined || last === undefined) return 'No run was ok, so there is no figure.';
  const figure = ({ median }: Rank) =>
    formatQuantity[headline === 'tasks_per_second' ? 'rate' : 'bytes'](median);
  const at = `With ${countTasks(tasks)}`;
  if (best === last) {
    return `${at}, ${best.runtimeId}: ${figure(best)} (${HEADLINES[headline]}).`;
  }
  const leaders = ranks.filter(({ rank }) => rank === 1);
  const [extreme, other] =
    bestOf(headline) === 'lowest' ? ['lowest', 'highest'] : ['highest', 'lowest'];
  if (leaders.length === 1) {
    return `${at}, ${best.runtimeId} has the ${extreme} ${HEADLINES[headline]}: ${figure(best)}. The ${other} is ${last.runtimeId}'s: ${figure(last)}, ${ratioCell(last.ratioToBest).text} times as much.`;
  }
  const names = leaders.map((leader) => `${leader.runtimeId} ${figure(leader)}`).join(', ');
  return `${at}, the runs do not tell which has the ${extreme} ${HEADLINES[headline]}: ${names}. The ${other} is ${last.runtimeId}'s: ${figure(last)}.`;
}
