import { groupBy } from '../../analyse/group-by.ts';
import { okValues } from '../../analyse/ok-values.ts';
import { figuresOf, type SummaryFigures } from '../../analyse/summary.ts';
import { netMemoryOf } from '../../metrics/net-memory.ts';
import { bytesPerTask } from '../../metrics/task-cost.ts';
import type { RunMetric, Unit } from '../../model/metric.ts';
import type { CostRow } from '../../results/tables/costs.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import type { SummaryRow } from '../../results/tables/summary.ts';
import { formatTasks } from '../../text/quantity.ts';
import type { ChartFigure, Estimate, FigureCell, FigureRow } from '../charts/chart-figure.ts';
import type { SizedRow, SizesAcross } from '../sizes-across.ts';
import { verdictLabel } from '../verdict-words.ts';
import type { Judging, ReportData } from './report-data.ts';

/** What each row of a figure is looked up in. */
type FigureData = Judging & Pick<ReportData, 'chartRuntimes'>;

/**
 * A metric at every size, the largest first.
 *
 * @param net whether the memory at "ready" can be subtracted from it.
 */
export function figureBySize(
  { sizes, rows }: SizesAcross,
  metric: RunMetric,
  data: FigureData,
  net = false,
): ChartFigure {
  const columns = sizes
    .map((tasks, index) => ({ tasks, index, title: formatTasks(tasks) }))
    .reverse();
  return {
    quantity: metric.unit,
    columns: columns.map(({ tasks, title }) => ({ tasks, title })),
    rows: rows.flatMap((row) =>
      figureRow(
        row,
        data.chartRuntimes,
        columns.map(({ index }) => figureCell(row.cells[index], data, metric, net)),
      ),
    ),
  };
}

/** Several metrics at one size: a column each, with its title. */
export function figureAtSize(
  tasks: number,
  metrics: readonly {
    readonly title: string;
    readonly metric: RunMetric;
    readonly across: SizesAcross;
  }[],
  quantity: Unit,
  data: FigureData,
): ChartFigure {
  const cellOf = ({ sizes, rows }: SizesAcross, runtimeId: string) =>
    rows.find((row) => row.runtimeId === runtimeId)?.cells[sizes.indexOf(tasks)];
  const rows = metrics[0]?.across.rows ?? [];
  return {
    quantity,
    columns: metrics.map(({ title }) => ({ title, tasks })),
    rows: rows.flatMap((row) =>
      figureRow(
        row,
        data.chartRuntimes,
        metrics.map(({ metric, across }) =>
          figureCell(cellOf(across, row.runtimeId), data, metric),
        ),
      ),
    ),
  };
}

/** What one more task costs, least first. */
export function costFigure(
  costs: readonly CostRow[],
  { chartRuntimes }: Pick<FigureData, 'chartRuntimes'>,
): ChartFigure {
  const sorted = [...costs].sort((a, b) => a.bytes_per_task - b.bytes_per_task);
  return {
    quantity: bytesPerTask.unit,
    columns: [{ title: '', tasks: 0 }],
    rows: sorted.flatMap((cost) => {
      const absolute = {
        median: cost.bytes_per_task,
        low: cost.ci_low,
        high: cost.ci_high,
        values: [],
      };
      const runs = `${cost.runs} runs of ${cost.sizes} sizes`;
      return figureRow({ runtimeId: cost.runtime_id }, chartRuntimes, [
        { absolute, net: absolute, runs },
      ]);
    }),
  };
}

/** The row of a runtime; none when all its cells are empty. */
function figureRow(
  { runtimeId }: Pick<SizedRow, 'runtimeId'>,
  chartRuntimes: ReportData['chartRuntimes'],
  cells: readonly (FigureCell | null)[],
): readonly FigureRow[] {
  const runtime = chartRuntimes.get(runtimeId);
  return runtime === undefined || cells.every((cell) => cell === null) ? [] : [{ runtime, cells }];
}

function figureCell(
  row: SummaryRow | undefined,
  data: FigureData,
  metric: RunMetric,
  net = false,
): FigureCell | null {
  if (row === undefined) return null;
  const runs = data.runsOf(row);
  const values = thinned(okValues(runs, metric));
  const absolute = row.median === null ? null : { ...estimateFrom(row, metric), values };
  return {
    absolute,
    net: net ? netEstimate(runs, metric, data) : absolute,
    runs: describeRuns(runs),
  };
}

/** A chart has room for no more dots than these. */
const MOST_DOTS = 30;

/** Values in order; of very many, some that are evenly spread over their ranks, with the least and the greatest. */
function thinned(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length <= MOST_DOTS) return sorted;
  const rankOf = (dot: number) => Math.round((dot * (sorted.length - 1)) / (MOST_DOTS - 1));
  return Array.from({ length: MOST_DOTS }, (_, dot) => sorted[rankOf(dot)] ?? 0);
}

/** Each run's memory less its own at "ready", so that the interval is of the difference. */
function netEstimate(
  runs: readonly RunRow[],
  memory: RunMetric,
  { grainOf, facts }: FigureData,
): Estimate | null {
  const values = runs.flatMap((run) =>
    run.status === 'ok' ? (netMemoryOf(run, memory) ?? []) : [],
  );
  if (values.length === 0) return null;
  const figures = figuresOf(values, memory, grainOf(memory, runs), facts.untilSettled);
  return { ...estimateFrom(figures, memory), values: thinned(values) };
}

function estimateFrom(figures: SummaryFigures, { unit }: RunMetric): Omit<Estimate, 'values'> {
  const { median, ci_low, ci_high } = figures;
  return { median: median ?? 0, low: ci_low, high: ci_high, label: verdictLabel(figures, unit) };
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
