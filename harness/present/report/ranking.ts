import { excludes, sharedConfidence } from '../../analyse/interval.ts';
import { okValues } from '../../analyse/ok-values.ts';
import { rankRuntimes } from '../../analyse/rank.ts';
import { type Ratio, ratioOfMedians } from '../../analyse/ratio.ts';
import type { Headline } from '../../model/metric.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { rangeText } from '../../text/range-text.ts';
import type { HeadlineTable } from '../headline-tables.ts';
import type { ReportData } from './report-data.ts';
import type { ReportCell } from './report-table.ts';
import { runsAtLargestSize } from './runs-by-case.ts';

/** How the runtimes of a table compare at its largest size. It is plain data: the page's script reads it, too. */
export interface Ranking {
  readonly tasks: number;
  /** What is compared: `peak memory`. */
  readonly subject: string;
  readonly unit: Headline['unit'];
  readonly better: Headline['better'];
  /** Best median first. */
  readonly ranks: readonly RankedRuntime[];
  /** Each runtime's ratio to each other, by baseline and runtime. The intervals hold for all pairs at once. */
  readonly ratios: Readonly<Record<string, Readonly<Record<string, RatioCell>>>>;
}

/** A runtime that has a figure. */
export interface RankedRuntime {
  readonly runtimeId: string;
  readonly median: number;
  /** 1 + the number of runtimes that are surely better. */
  readonly rank: number;
}

/** A ratio as a cell of a table. */
export interface RatioCell extends ReportCell {
  /** Whether its interval excludes 1, so that the two runtimes surely differ; null where there is no interval. */
  readonly differs: boolean | null;
}

/** Ranks the runtimes of a table where it matters most: at its largest size. */
export function rankingOf(
  { headline, sizes, rows }: HeadlineTable,
  { runsOf, grainOf }: Pick<ReportData, 'runsOf' | 'grainOf'>,
): Ranking {
  const runs = runsAtLargestSize(rows, runsOf);
  const ranks = rankRuntimes(runs, headline, grainOf).map(({ runtimeId, median, rank }) => ({
    runtimeId,
    median,
    rank,
  }));
  return {
    tasks: sizes.at(-1) ?? 0,
    subject: headline.label,
    unit: headline.unit,
    better: headline.better,
    ranks,
    ratios: ratiosOf(ranks, runs, headline, grainOf(headline, runs)),
  };
}

function ratiosOf(
  ranks: readonly RankedRuntime[],
  runs: readonly RunRow[],
  headline: Headline,
  grain: number,
): Ranking['ratios'] {
  const confidence = sharedConfidence((ranks.length * (ranks.length - 1)) / 2);
  const values = new Map(
    ranks.map(({ runtimeId }) => [
      runtimeId,
      okValues(
        runs.filter((run) => run.runtime_id === runtimeId),
        headline,
      ),
    ]),
  );
  const to = (baseline: readonly number[]) =>
    Object.fromEntries(
      [...values].map(([runtimeId, own]) => [
        runtimeId,
        own === baseline ? SAME : ratioCell(ratioOfMedians(own, baseline, confidence, grain)),
      ]),
    );
  return Object.fromEntries([...values].map(([baselineId, own]) => [baselineId, to(own)]));
}

const SAME: RatioCell = { text: '1', value: 1, differs: false };
const NO_CELL: ReportCell = { text: '—', value: null };

function ratioCell(ratio: Ratio | undefined): RatioCell {
  if (ratio === undefined) return { ...NO_CELL, differs: null };
  const { interval } = ratio;
  return {
    text: formatRatio(ratio),
    value: ratio.ratio,
    differs: interval === undefined ? null : excludes(interval, 1),
  };
}

/** `4.41 (4.37–4.46)` */
export function formatRatio({ ratio, interval }: Ratio): string {
  return `${formatTimes(ratio)}${rangeText(interval, formatTimes)}`;
}

function formatTimes(ratio: number): string {
  if (ratio < 0.1) return String(Number(ratio.toPrecision(2)));
  return ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0);
}

/** A runtime's rank and its ratio to the best; no rank where too few runs were ok to tell it from the best. */
export function rankCells({ ranks, ratios }: Ranking, runtimeId: string): readonly ReportCell[] {
  const found = ranks.find((rank) => rank.runtimeId === runtimeId);
  const toBest = ratios[ranks[0]?.runtimeId ?? '']?.[runtimeId];
  if (found === undefined || toBest === undefined) return [NO_CELL, NO_CELL];
  const { text, value, differs } = toBest;
  const rank = differs === null ? NO_CELL : { text: String(found.rank), value: found.rank };
  return [rank, { text, value }];
}
