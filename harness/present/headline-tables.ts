import { groupBy } from '../analyse/group-by.ts';
import { rowCaseKey } from '../analyse/summary.ts';
import { metrics } from '../metrics/all-metrics.ts';
import { formatFigure, formatWithInterval } from '../metrics/format-figure.ts';
import { bytesPerTask } from '../metrics/task-cost.ts';
import type { Headline } from '../model/metric.ts';
import { parseParameters } from '../model/parameters.ts';
import type { Workload } from '../model/workload.ts';
import type { CostRow } from '../results/tables/costs.ts';
import type { SummaryRow } from '../results/tables/summary.ts';
import { type SizedRow, type SizesAcross, sizesAcross } from './sizes-across.ts';
import { verdictCell } from './verdict-words.ts';

/** One table for people: a workload's headline figure, runtimes down and sizes across. */
export interface HeadlineTable extends SizesAcross {
  readonly workload: Workload;
  readonly headline: Headline;
  /** Where it was measured: machines that do not agree have tables of their own. */
  readonly machineId: string;
  readonly rows: readonly HeadlineRow[];
}

/** A runtime's cells, one for each size of the table. */
export interface HeadlineRow extends SizedRow {
  /** What one more task costs, where the headline is memory and there were sizes enough to tell. */
  readonly cost: CostRow | undefined;
  /** What the workload has beside its headline, at the largest size. */
  readonly beside: SummaryRow | undefined;
}

/** Arranges a summary as one table a workload and headline, for each machine. */
export function headlineTables(
  summary: readonly SummaryRow[],
  costs: readonly CostRow[],
  workloads: ReadonlyMap<string, Workload>,
): readonly HeadlineTable[] {
  const rows = summary.flatMap((row) => {
    const workload = workloads.get(row.workload);
    const headline = workload?.headline(parseParameters(row.parameters));
    const isHeadline = row.metric === headline?.name || row.runs === 0;
    return workload && headline && isHeadline ? [{ row, workload, headline }] : [];
  });
  const tables = groupBy(rows, ({ row, workload, headline }) =>
    [workload.id, headline.name, row.machine_id].join(' '),
  );
  return tables
    .map((group) => {
      const { workload, headline, row } = group[0];
      const machineId = row.machine_id;
      const { sizes, rows } = sizesAcross(
        group.map(({ row }) => row),
        headline.better,
      );
      const costOf = ({ runtimeId }: SizedRow) =>
        costs.find(
          (cost) =>
            cost.workload === workload.id &&
            cost.runtime_id === runtimeId &&
            cost.machine_id === machineId,
        );
      const besides = new Map(
        summary
          .filter(({ metric }) => metric === workload.beside?.metric.name)
          .map((row) => [rowCaseKey(row), row]),
      );
      const besideOf = ({ cells }: SizedRow) => {
        const last = cells.at(-1);
        return last && besides.get(rowCaseKey(last));
      };
      return {
        workload,
        headline,
        machineId,
        sizes,
        rows: rows.map((row) => ({
          ...row,
          cost: headline.isResidentMemory ? costOf(row) : undefined,
          beside: besideOf(row),
        })),
      };
    })
    .sort(byWorkload(workloads));
}

/** In the order in which workloads and metrics are declared, whichever case happened to be run first. */
function byWorkload(workloads: ReadonlyMap<string, Workload>) {
  const placeOf = ({ workload }: HeadlineTable) => [...workloads.keys()].indexOf(workload.id);
  const rankOf = ({ headline }: HeadlineTable) => Object.keys(metrics).indexOf(headline.name);
  return (a: HeadlineTable, b: HeadlineTable) => placeOf(a) - placeOf(b) || rankOf(a) - rankOf(b);
}

/** What the signs in cells say. */
export const SIGNS = [
  { sign: /\(\S+–\S+\)/, shown: '(…–…)', says: 'the 95 % interval of the median' },
  {
    sign: /≈/,
    shown: '≈',
    says: 'the sizes do not lie on a line, so one number for each task is only roughly right',
  },
] as const;

/** `931 MB (928–934), 9 runs`: the figure as far as the runs tell it; for failed cases, how many and that they failed. */
export function formatCell(cell: SummaryRow | undefined, headline: Headline): string {
  if (cell === undefined) return '—';
  const failed =
    cell.failed_runs === 0 ? '' : `${cell.failed_runs} of ${cell.runs + cell.failed_runs} failed`;
  return [verdictCell(cell, headline.unit), failed].filter(Boolean).join('; ');
}

/** A column of a table beside the sizes: its head, and the cell of each row. */
export interface BesideColumn {
  readonly head: string;
  readonly cellOf: (row: HeadlineRow) => { readonly text: string; readonly value: number | null };
}

/**
 * What a table shows beside its headline: the other memory of the same runs at the largest size, and how many times the
 * memory of parked tasks the peak is. None where the workload has only one, or no run has it.
 */
export function besideColumns({
  workload: { beside },
  rows,
}: HeadlineTable): readonly BesideColumn[] {
  if (beside === undefined || rows.every((row) => row.beside === undefined)) return [];
  const format = formatFigure[beside.metric.unit];
  return [
    {
      head: beside.head,
      cellOf: ({ beside: row }) => cellOf(row?.median ?? null, format),
    },
    {
      head: PEAK_OVER_PARKED,
      cellOf: ({ cells, beside: row }) => {
        const both = [cells.at(-1)?.median ?? null, row?.median ?? null];
        const known = both.filter((value) => value !== null);
        // No peak is lower.
        const ratio = known.length < 2 ? null : Math.max(...known) / Math.min(...known);
        return cellOf(ratio, (value) => value.toFixed(2));
      },
    },
  ];
}

const PEAK_OVER_PARKED = 'peak / parked';

function cellOf(value: number | null, format: (value: number) => string) {
  return { text: value === null ? '—' : format(value), value };
}

/** Above it, one number a task does not describe the cost. */
const TOLERABLE_LACK_OF_FIT = 0.2;

/** `930 B (925–934)`; a `≈` where the steps between sizes differ too much for one number. */
export function formatCost(cost: CostRow | undefined): string {
  if (cost === undefined) return '—';
  const { bytes_per_task, ci_low, ci_high, lack_of_fit } = cost;
  const rough = (lack_of_fit ?? 0) > TOLERABLE_LACK_OF_FIT ? '≈ ' : '';
  return `${rough}${formatWithInterval(bytesPerTask.unit, bytes_per_task, ci_low, ci_high)}`;
}
