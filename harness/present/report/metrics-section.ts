import { okValues } from '../../analyse/ok-values.ts';
import { figuresOf } from '../../analyse/summary.ts';
import { metrics } from '../../metrics/all-metrics.ts';
import { cpuSeconds } from '../../metrics/cpu-time.ts';
import type { Headline } from '../../model/metric.ts';
import type { SummaryRow } from '../../results/tables/summary.ts';
import { formatTasks } from '../../text/quantity.ts';
import { barsAlt } from '../charts/chart-alt.ts';
import { formatCell, type HeadlineTable } from '../headline-tables.ts';
import type { SizedRow } from '../sizes-across.ts';
import { runsCaption } from './chart-captions.ts';
import { figureAtSize } from './chart-figures.ts';
import { findingOf } from './finding.ts';
import { rankCells, rankingOf } from './ranking.ts';
import type { ReportData } from './report-data.ts';
import type { ReportSection } from './report-section.ts';
import { type ReportCell, textCell } from './report-table.ts';

/** Several metrics of one unit side by side, of the same runs at the largest size; the last of them ranks. */
interface SideBySide {
  /** Follows the id of the workload's own section. */
  readonly id: string;
  readonly subject: string;
  readonly about: string;
  readonly columns: readonly [Column, ...Column[]];
}

interface Column {
  readonly title: string;
  readonly metric: Headline;
}

const CPU_TIME: SideBySide = {
  id: 'cpu-time',
  subject: 'CPU time',
  about:
    'CPU time of all processes in user mode and in the kernel: to create the tasks, to wake and collect them, and from launch to the end, start-up included',
  columns: [
    { title: 'create', metric: metrics.create_cpu_seconds },
    { title: 'wake', metric: metrics.finish_cpu_seconds },
    { title: 'everything', metric: cpuSeconds },
  ],
};

const LATENESS: SideBySide = {
  id: 'spread',
  subject: 'how late they wake',
  about: 'From the moment at which a task is due to the moment at which it continues',
  columns: [
    { title: 'median task', metric: metrics.lateness_p50_seconds },
    { title: '99th percentile', metric: metrics.lateness_p99_seconds },
    { title: 'last task', metric: metrics.lateness_max_seconds },
  ],
};

/** The sections that follow that of a table: what its runs tell besides its headline. */
export function metricsSections(
  table: HeadlineTable,
  data: ReportData,
  { id, context }: { readonly id: string; readonly context: string },
): readonly ReportSection[] {
  const { headline, workload } = table;
  const isSleep = headline.isResidentMemory === true && workload.sleepParameter !== undefined;
  const wanted = isSleep ? CPU_TIME : workload.lateness === undefined ? undefined : LATENESS;
  const section = wanted && sideBySide(table, data, wanted, { id: `${id}-${wanted.id}`, context });
  return section === undefined ? [] : [section];
}

/** Undefined where no run has the metric that ranks, or its largest size has no run. */
function sideBySide(
  table: HeadlineTable,
  data: ReportData,
  { subject, about, columns }: SideBySide,
  { id, context }: { readonly id: string; readonly context: string },
): ReportSection | undefined {
  const { workload } = table;
  const tasks = table.sizes.at(-1) ?? 0;
  const measured = columns
    .map((column) => ({
      ...column,
      across: { sizes: [tasks], rows: rowsOf(table, column.metric, data) },
    }))
    .filter(({ across }) => across.rows.length > 0);
  const ranking = columns.at(-1) ?? columns[0];
  const last = measured.find(({ metric }) => metric === ranking.metric);
  if (last === undefined) return undefined;
  const { metric: headline, across } = last;
  const ranks = rankingOf(
    { ...table, headline, ...across, rows: withNothingBeside(across.rows) },
    data,
  );
  const chart = {
    id: `${id}-by-runtime`,
    title: `${capitalised(subject)}, ${formatTasks(tasks)}`,
    context,
    subtitle: runsCaption(across),
    figure: figureAtSize(tasks, measured, headline.unit, data),
  };
  const cellOf = (rows: readonly SizedRow[], runtimeId: string): ReportCell => {
    const cell = rows.find((row) => row.runtimeId === runtimeId)?.cells[0];
    return { text: formatCell(cell, headline), value: cell?.median ?? null };
  };
  return {
    id,
    title: `${workload.id}: ${subject}, ${formatTasks(tasks)}`,
    about,
    finding: findingOf(ranks),
    table: {
      head: ['runtime', 'rank', 'to the best', ...measured.map(({ title }) => title)],
      ratioColumn: 2,
      rankedColumn: 2 + measured.length,
      rows: across.rows.map(({ runtimeId }) => ({
        runtimeId,
        cells: [
          textCell(runtimeId),
          ...rankCells(ranks, runtimeId),
          ...measured.map((column) => cellOf(column.across.rows, runtimeId)),
        ],
      })),
    },
    notes: [],
    ranking: ranks,
    charts: [{ ...chart, kind: 'bars', alt: barsAlt(chart) }],
  };
}

/** The medians of a metric at the table's largest size, least first; no row for a runtime without one. */
function rowsOf({ rows }: HeadlineTable, metric: Headline, data: ReportData): readonly SizedRow[] {
  const measured = rows.flatMap(({ runtimeId, cells }) => {
    const cell = cells.at(-1);
    if (cell === undefined) return [];
    const summarised = summarisedAs(metric, cell, data);
    return summarised === undefined ? [] : [{ runtimeId, cell: summarised }];
  });
  return measured
    .sort((a, b) => (a.cell.median ?? 0) - (b.cell.median ?? 0))
    .map(({ runtimeId, cell }) => ({ runtimeId, cells: [cell] }));
}

/** The row of another metric of the same runs, as the summary would have it; undefined where no run has the metric. */
function summarisedAs(
  metric: Headline,
  row: SummaryRow,
  { runsOf, grainOf, facts }: ReportData,
): SummaryRow | undefined {
  const runs = runsOf(row);
  const values = okValues(runs, metric);
  if (values.length === 0) return undefined;
  const figures = figuresOf(values, metric, grainOf(metric, runs), facts.untilSettled);
  return { ...row, metric: metric.name, unit: metric.unit, ...figures };
}

function withNothingBeside(rows: readonly SizedRow[]) {
  return rows.map((row) => ({ ...row, cost: undefined, beside: undefined }));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
