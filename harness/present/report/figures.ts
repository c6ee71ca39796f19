import { median } from 'simple-statistics';
import { groupBy } from '../../analyse/group-by.ts';
import { CONFIDENCE } from '../../analyse/interval.ts';
import { positiveMedianInterval } from '../../analyse/median-interval.ts';
import { netMemoryOf } from '../../metrics/net-memory.ts';
import type { RunMetric, Unit } from '../../model/metric.ts';
import type { CostRow } from '../../results/tables/costs.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import type { SummaryRow } from '../../results/tables/summary.ts';
import { formatCount } from '../../text/quantity.ts';
import type { ChartRuntime, Estimate, Figure, FigureCell, FigureRow } from '../charts/figure.ts';
import type { SizedRow, SizesAcross } from '../sizes-across.ts';
import type { Cases } from './cases.ts';

/** What is needed to make figures of a report's rows. */
export interface FigureContext {
  readonly cases: Cases;
  readonly runtimes: ReadonlyMap<string, ChartRuntime>;
}

/**
 * A metric at every size, the largest first.
 *
 * @param net the metric, where it makes sense less the memory at "ready".
 */
export function figureBySize(
  { sizes, rows }: SizesAcross,
  quantity: Unit,
  { cases, runtimes }: FigureContext,
  net?: RunMetric,
): Figure {
  const columns = sizes
    .map((tasks, index) => ({ tasks, index, title: countTasks(tasks) }))
    .reverse();
  return {
    quantity,
    columns: columns.map(({ tasks, title }) => ({ tasks, title })),
    rows: rows.flatMap((row) =>
      figureRow(
        row,
        runtimes,
        columns.map(({ index }) => figureCell(row.cells[index], cases, net)),
      ),
    ),
  };
}

/** Several metrics at one size: a column each, with its title. */
export function figureAtSize(
  tasks: number,
  metrics: readonly { readonly title: string; readonly across: SizesAcross }[],
  quantity: Unit,
  { cases, runtimes }: FigureContext,
): Figure {
  const cellOf = ({ sizes, rows }: SizesAcross, runtimeId: string) =>
    rows.find((row) => row.runtimeId === runtimeId)?.cells[sizes.indexOf(tasks)];
  const rows = metrics[0]?.across.rows ?? [];
  return {
    quantity,
    columns: metrics.map(({ title }) => ({ title, tasks })),
    rows: rows.flatMap((row) =>
      figureRow(
        row,
        runtimes,
        metrics.map(({ across }) => figureCell(cellOf(across, row.runtimeId), cases)),
      ),
    ),
  };
}

/** What one more task costs, least first. */
export function costFigure(costs: readonly CostRow[], { runtimes }: FigureContext): Figure {
  const sorted = [...costs].sort((a, b) => a.bytes_per_task - b.bytes_per_task);
  return {
    quantity: 'byte',
    columns: [{ title: '', tasks: 0 }],
    rows: sorted.flatMap((cost) => {
      const absolute = { median: cost.bytes_per_task, low: cost.ci_low, high: cost.ci_high };
      const runs = `${cost.runs} runs of ${cost.sizes} sizes`;
      return figureRow({ runtimeId: cost.runtime_id }, runtimes, [
        { absolute, net: absolute, runs },
      ]);
    }),
  };
}

/** `1 task`, `10,000 tasks` */
export function countTasks(tasks: number): string {
  return `${formatCount(tasks)} ${tasks === 1 ? 'task' : 'tasks'}`;
}

/** The row of a runtime, or none when it has no cell. */
function figureRow(
  { runtimeId }: Pick<SizedRow, 'runtimeId'>,
  runtimes: FigureContext['runtimes'],
  cells: readonly (FigureCell | null)[],
): readonly FigureRow[] {
  const runtime = runtimes.get(runtimeId);
  return runtime === undefined || cells.every((cell) => cell === null) ? [] : [{ runtime, cells }];
}

function figureCell(row: SummaryRow | undefined, cases: Cases, net?: RunMetric): FigureCell | null {
  if (row === undefined) return null;
  const runs = cases.runsOf(row);
  const absolute =
    row.median === null ? null : { median: row.median, low: row.ci_low, high: row.ci_high };
  return { absolute, net: net ? netEstimate(runs, net) : absolute, runs: describeRuns(runs) };
}

/** Each run's memory less its own at "ready", so that the interval is of the difference. */
function netEstimate(runs: readonly RunRow[], memory: RunMetric): Estimate | null {
  const values = runs.flatMap((run) =>
    run.status === 'ok' ? (netMemoryOf(run, memory) ?? []) : [],
  );
  if (values.length === 0) return null;
  const interval = positiveMedianInterval(values, CONFIDENCE, memory.grain);
  return { median: median(values), low: interval?.low ?? null, high: interval?.high ?? null };
}

/** `3 runs`; `2 runs, 1 of 3 timeout`; `3 of 3 timeout` where there is no figure. */
export function describeRuns(runs: readonly Pick<RunRow, 'status'>[]): string {
  const failed = groupBy(
    runs.filter(({ status }) => status !== 'ok'),
    ({ status }) => status,
  ).map((group) => `${group.length} of ${runs.length} ${group[0].status}`);
  const ok = runs.filter(({ status }) => status === 'ok').length;
  return [...(ok === 0 ? [] : [`${ok} ${ok === 1 ? 'run' : 'runs'}`]), ...failed].join(', ');
}
