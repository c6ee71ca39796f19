import { groupBy } from '../analyse/group-by.ts';
import type { CostRow } from '../record/tables/costs.ts';
import type { SummaryRow } from '../record/tables/summary.ts';
import { parseParameters } from '../vocabulary/parameters.ts';
import { type Headline, isResidentMemory, type Workload } from '../vocabulary/workload.ts';
import { formatBytes, formatCount, formatRate } from './quantity.ts';

/** One table for people: a workload's headline figure, runtimes down and sizes across. */
export interface HeadlineTable {
  readonly workload: Workload;
  readonly headline: Headline;
  readonly sizes: readonly number[];
  /** Best first, by the largest size at which both have a figure. */
  readonly rows: readonly HeadlineRow[];
}

/** A runtime's cells, one for each size of the table; undefined where it was not run. */
export interface HeadlineRow {
  readonly runtimeId: string;
  readonly cells: readonly (SummaryRow | undefined)[];
  /** What one more task costs, where the headline is memory and there were sizes enough to tell. */
  readonly cost: CostRow | undefined;
}

/** What each headline figure is called. */
export const HEADLINES: Readonly<Record<Headline, string>> = {
  peak_rss_bytes: 'peak memory',
  parked_rss_bytes: 'memory with all tasks suspended',
  tasks_per_second: 'tasks a second',
  heap_bytes: "heap by the language's own account",
};

/** Arranges a summary as one table a workload and headline. */
export function headlineTables(
  summary: readonly SummaryRow[],
  costs: readonly CostRow[],
  workloads: ReadonlyMap<string, Workload>,
): readonly HeadlineTable[] {
  const rows = summary.flatMap((row) => {
    const workload = workloads.get(row.workload);
    const headline = workload?.headline(parseParameters(row.parameters));
    const isHeadline = row.metric === headline || row.runs === 0;
    return workload && headline && isHeadline ? [{ row, workload, headline }] : [];
  });
  const tables = groupBy(rows, ({ workload, headline }) => `${workload.id} ${headline}`);
  return tables
    .map((group) => {
      const { workload, headline } = group[0];
      const sizes = [...new Set(group.map(({ row }) => row.tasks))].sort((a, b) => a - b);
      const ofRuntimes = groupBy(
        group.map(({ row }) => row),
        (row) => row.runtime_id,
      );
      const tableRows = ofRuntimes.map((ofRuntime) => ({
        runtimeId: ofRuntime[0].runtime_id,
        cells: sizes.map((tasks) => mostRuns(ofRuntime.filter((row) => row.tasks === tasks))),
        cost: isResidentMemory(headline)
          ? costs.find(
              (cost) =>
                cost.workload === workload.id && cost.runtime_id === ofRuntime[0].runtime_id,
            )
          : undefined,
      }));
      const direction = headline === 'tasks_per_second' ? -1 : 1;
      return {
        workload,
        headline,
        sizes,
        rows: tableRows.sort((a, b) => direction * compareRows(a, b)),
      };
    })
    .sort(byWorkload(workloads));
}

/** In the order in which workloads and headlines are known, whichever case happened to be run first. */
function byWorkload(workloads: ReadonlyMap<string, Workload>) {
  const place = ({ workload, headline }: HeadlineTable) =>
    [...workloads.keys()].indexOf(workload.id) * 10 + Object.keys(HEADLINES).indexOf(headline);
  return (a: HeadlineTable, b: HeadlineTable) => place(a) - place(b);
}

/** A case that was repeated with a longer sleep has two rows: the one with figures counts. */
function mostRuns(rows: readonly SummaryRow[]): SummaryRow | undefined {
  return [...rows].sort((a, b) => b.runs - a.runs)[0];
}

function compareRows(a: HeadlineRow, b: HeadlineRow): number {
  for (let size = a.cells.length - 1; size >= 0; size -= 1) {
    const [left, right] = [a.cells[size]?.median, b.cells[size]?.median];
    if (typeof left === 'number' && typeof right === 'number') return left - right;
  }
  return 0;
}

/** `931 MB ±0.4 %`: the median and half the range of the runs; for failed cases, how many and that they failed. */
export function formatCell(cell: SummaryRow | undefined, headline: Headline): string {
  if (cell === undefined) return '—';
  const failed =
    cell.failed_runs === 0 ? '' : `${cell.failed_runs} of ${cell.runs + cell.failed_runs} failed`;
  if (cell.median === null) return failed;
  const value =
    headline === 'tasks_per_second' ? formatRate(cell.median) : formatBytes(cell.median);
  return [value, spread(cell), failed].filter(Boolean).join(' ');
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
  const interval =
    ci_low === null || ci_high === null
      ? ''
      : ` (${formatCount(Math.round(ci_low))}–${formatCount(Math.round(ci_high))})`;
  return `${rough}${formatCount(Math.round(bytes_per_task))} B${interval}`;
}
