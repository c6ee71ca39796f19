import { groupBy } from '../analyse/group-by.ts';
import { metrics } from '../metrics/all-metrics.ts';
import { formatFigure } from '../metrics/format-figure.ts';
import { bytesPerTask } from '../metrics/task-cost.ts';
import type { Headline } from '../model/metric.ts';
import { parseParameters } from '../model/parameters.ts';
import type { Workload } from '../model/workload.ts';
import type { CostRow } from '../results/tables/costs.ts';
import type { SummaryRow } from '../results/tables/summary.ts';
import { formatCount } from '../text/quantity.ts';
import { rangeText } from '../text/range-text.ts';
import { type SizedRow, type SizesAcross, sizesAcross } from './sizes-across.ts';

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
      return {
        workload,
        headline,
        machineId,
        sizes,
        rows: rows.map((row) => ({
          ...row,
          cost: headline.isResidentMemory ? costOf(row) : undefined,
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
export const SIGNS: Readonly<Record<string, string>> = {
  '±': 'half the range of the runs, as a share of their median',
  '≈': 'the sizes do not lie on a line, so one number for each task is only roughly right',
};

/** `931 MB ±0.4 %`: the median and half the range of the runs; for failed cases, how many and that they failed. */
export function formatCell(cell: SummaryRow | undefined, headline: Headline): string {
  if (cell === undefined) return '—';
  const failed =
    cell.failed_runs === 0 ? '' : `${cell.failed_runs} of ${cell.runs + cell.failed_runs} failed`;
  if (cell.median === null) return failed;
  return [formatFigure[headline.unit](cell.median), spread(cell), failed].filter(Boolean).join(' ');
}

function spread({ median, min, max, runs }: SummaryRow): string {
  if (runs < 2 || !median || min === null || max === null) return '';
  return `±${((50 * (max - min)) / median).toFixed(1)} %`;
}

/** Above it, one number a task does not describe the cost. */
const TOLERABLE_LACK_OF_FIT = 0.2;

/** `930 B (925–934)`; a `≈` where the steps between sizes differ too much for one number. */
export function formatCost(cost: CostRow | undefined): string {
  if (cost === undefined) return '—';
  const { bytes_per_task, ci_low, ci_high, lack_of_fit } = cost;
  const rough = (lack_of_fit ?? 0) > TOLERABLE_LACK_OF_FIT ? '≈ ' : '';
  const interval = ci_low === null || ci_high === null ? undefined : { low: ci_low, high: ci_high };
  const range = rangeText(interval, (bytes) => formatCount(Math.round(bytes)));
  return `${rough}${formatFigure[bytesPerTask.unit](bytes_per_task)}${range}`;
}
