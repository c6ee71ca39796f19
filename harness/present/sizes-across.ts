import { groupBy } from '../analyse/group-by.ts';
import type { Metric } from '../model/metric.ts';
import type { SummaryRow } from '../results/tables/summary.ts';

/** A runtime's cells, one for each size; undefined where it was not run. */
export interface SizedRow {
  readonly runtimeId: string;
  readonly cells: readonly (SummaryRow | undefined)[];
}

/** Figures with runtimes down and numbers of tasks across. */
export interface SizesAcross {
  readonly sizes: readonly number[];
  /** Best first, by the largest size; those without a figure there after those with one, and so on down the sizes. */
  readonly rows: readonly SizedRow[];
}

/** Arranges the rows of one metric of a workload; where neither way is better, the lowest comes first. */
export function sizesAcross(rows: readonly SummaryRow[], better: Metric['better']): SizesAcross {
  const sizes = [...new Set(rows.map((row) => row.tasks))].sort((a, b) => a - b);
  const sized = groupBy(rows, (row) => row.runtime_id).map((ofRuntime) => ({
    runtimeId: ofRuntime[0].runtime_id,
    cells: sizes.map((tasks) => mostRuns(ofRuntime.filter((row) => row.tasks === tasks))),
  }));
  const direction = better === 'higher' ? -1 : 1;
  return { sizes, rows: sized.sort((a, b) => compareRows(a, b, direction)) };
}

/** Of the two rows of a case that was repeated with a longer sleep, the one with figures. */
export function mostRuns(rows: readonly SummaryRow[]): SummaryRow | undefined {
  return [...rows].sort((a, b) => b.runs - a.runs)[0];
}

function compareRows(a: SizedRow, b: SizedRow, direction: 1 | -1): number {
  for (let size = a.cells.length - 1; size >= 0; size -= 1) {
    const [left, right] = [a.cells[size]?.median ?? null, b.cells[size]?.median ?? null];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return direction * (left - right);
  }
  return 0;
}
