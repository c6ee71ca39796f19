import { machineKinds } from '../../analyse/machine-classes.ts';
import { shortName } from '../../metrics/short-name.ts';
import type { MachineRow } from '../../results/tables/machines.ts';
import { formatCount } from '../../text/quantity.ts';
import type { Chart } from '../charts/chart.ts';
import { figureNotes } from '../figure-notes.ts';
import { besideColumns, formatCell, formatCost, type HeadlineTable } from '../headline-tables.ts';
import { limitNotes } from '../limit-notes.ts';
import { machineLine } from '../machine-line.ts';
import { contextCaption } from './chart-captions.ts';
import { findingOf } from './finding.ts';
import { metricsSections } from './metrics-section.ts';
import { type Ranking, rankCells, rankingOf } from './ranking.ts';
import type { ReportData } from './report-data.ts';
import { type ReportCell, type ReportTable, textCell } from './report-table.ts';
import { sectionCharts } from './section-charts.ts';
import { sectionFigures } from './section-figures.ts';

/** What a report says about a workload's headline figure. */
export interface ReportSection {
  readonly id: string;
  readonly title: string;
  /** What the tasks do. */
  readonly about: string;
  /** The answer, in a sentence. */
  readonly finding: string;
  readonly table: ReportTable;
  /** What is not settled, and why cells of the table are empty. */
  readonly notes: readonly string[];
  readonly ranking: Ranking;
  /** The one that answers comes first. */
  readonly charts: readonly Chart[];
}

/**
 * The sections of a table: its headline, and what else its runs tell.
 *
 * @param isOnly whether the report has no other table, so that names of charts of the headline need no section in them.
 */
export function sectionsOf(
  table: HeadlineTable,
  data: ReportData,
  isOnly: boolean,
): readonly ReportSection[] {
  const { workload, headline } = table;
  const machine = machineOf(table, data);
  const id = machine ? `${sectionId(table)}-${machine.machine_id}` : sectionId(table);
  // Titles of workloads are Markdown; an image and a page show them as they are.
  const about = workload.title.replaceAll('`', '');
  const ranking = rankingOf(table, data);
  const figures = sectionFigures(table, data);
  const machines = machine ? [machine] : data.machines;
  const context = contextCaption(workload.id, about, { ...data, machines });
  const charts = sectionCharts(table, figures, context);
  const section: ReportSection = {
    id,
    title: `${workload.id}: ${headline.label}${machine ? ` on ${machineLine(machine)}` : ''}`,
    about,
    ranking,
    finding: findingOf(ranking),
    table: rankedTable(table, ranking),
    notes: [...figureNotes(table), ...limitNotes(data.runtimes, table)],
    charts: isOnly ? charts : charts.map((chart) => ({ ...chart, id: `${id}-${chart.id}` })),
  };
  return [section, ...metricsSections(table, data, { id, context })];
}

/** The machine of a table, where there are tables of others that do not agree with it. */
function machineOf({ machineId }: HeadlineTable, { machines }: ReportData): MachineRow | undefined {
  const kinds = machineKinds(machines);
  return kinds.length === 1 ? undefined : kinds.find((kind) => kind.machine_id === machineId);
}

/** `footprint` for what a workload is about as it stands, `footprint-heap` for what other parameters make it about. */
function sectionId({ workload, headline }: HeadlineTable): string {
  const isUsual = workload.headline(workload.parameters).name === headline.name;
  return isUsual ? workload.id : `${workload.id}-${shortName(headline)}`;
}

function rankedTable(table: HeadlineTable, ranking: Ranking): ReportTable {
  const { sizes, rows, headline } = table;
  const hasCosts = rows.some(({ cost }) => cost !== undefined);
  const beside = besideColumns(table);
  return {
    head: [
      'runtime',
      'rank',
      'to the best',
      ...sizes.map(formatCount),
      ...beside.map(({ head }) => head),
      ...(hasCosts ? ['per task'] : []),
    ],
    ratioColumn: 2,
    rankedColumn: 2 + sizes.length,
    rows: rows.map((row) => {
      const { runtimeId, cells, cost } = row;
      return {
        runtimeId,
        cells: [
          textCell(runtimeId),
          ...rankCells(ranking, runtimeId),
          ...cells.map(
            (cell): ReportCell => ({
              text: formatCell(cell, headline),
              value: cell?.median ?? null,
            }),
          ),
          ...beside.map(({ cellOf }) => cellOf(row)),
          ...(hasCosts ? [{ text: formatCost(cost), value: cost?.bytes_per_task ?? null }] : []),
        ],
      };
    }),
  };
}
