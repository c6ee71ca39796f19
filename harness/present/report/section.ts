import { shortName } from '../../metrics/short-name.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import { formatCount } from '../../text/quantity.ts';
import type { Chart } from '../charts/chart.ts';
import { formatCell, formatCost, type HeadlineTable } from '../headline-tables.ts';
import { limitNotes } from '../limit-notes.ts';
import { plainTitle } from '../plain-title.ts';
import type { ChartContext } from './chart-context.ts';
import { findingOf, type Ranking, rankCells, rankingOf } from './ranking.ts';
import { type ReportCell, type ReportTable, textCell } from './report-table.ts';
import { sectionCharts } from './section-charts.ts';

/** What a report says of a workload's headline figure. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** What the tasks do. */
  readonly about: string;
  /** The answer, in a sentence. */
  readonly finding: string;
  readonly table: ReportTable;
  /** Why cells of the table are empty. */
  readonly notes: readonly string[];
  readonly ranking: Ranking;
  /** The one that answers comes first. */
  readonly charts: readonly Chart[];
}

/** @param isOnly whether its charts can go without the section in their names. */
export function sectionOf(
  table: HeadlineTable,
  runtimes: readonly RuntimeRow[],
  isOnly: boolean,
  context: ChartContext,
): Section {
  const { workload, headline } = table;
  const id = sectionId(table);
  const ranking = rankingOf(table, context.cases);
  const charts = sectionCharts(table, context);
  return {
    id,
    title: `${workload.id}: ${headline.label}`,
    about: plainTitle(workload.title),
    finding: findingOf(ranking),
    table: rankedTable(table, ranking),
    notes: limitNotes(runtimes, table),
    ranking,
    charts: isOnly ? charts : charts.map((chart) => ({ ...chart, id: `${id}-${chart.id}` })),
  };
}

/** `footprint` for what a workload is about as it stands, `footprint-heap` for what other parameters make it about. */
function sectionId({ workload, headline }: HeadlineTable): string {
  const isUsual = workload.headline(workload.parameters).name === headline.name;
  return isUsual ? workload.id : `${workload.id}-${shortName(headline)}`;
}

function rankedTable(table: HeadlineTable, ranking: Ranking): ReportTable {
  const { sizes, rows, headline } = table;
  const hasCosts = rows.some(({ cost }) => cost !== undefined);
  return {
    head: [
      'runtime',
      'rank',
      'to the best',
      ...sizes.map(formatCount),
      ...(hasCosts ? ['per task'] : []),
    ],
    ratioColumn: 2,
    rows: rows.map(({ runtimeId, cells, cost }) => ({
      runtimeId,
      cells: [
        textCell(runtimeId),
        ...rankCells(ranking, runtimeId),
        ...cells.map(
          (cell): ReportCell => ({ text: formatCell(cell, headline), value: cell?.median ?? null }),
        ),
        ...(hasCosts ? [{ text: formatCost(cost), value: cost?.bytes_per_task ?? null }] : []),
      ],
    })),
  };
}
