import { LEAST_VALUES } from '../../analyse/median-interval.ts';
import type { Metric } from '../../model/metric.ts';
import type { ComparisonFacts } from '../../results/data-package.ts';
import type { CostRow } from '../../results/tables/costs.ts';
import type { MachineRow } from '../../results/tables/machines.ts';
import type { SummaryRow } from '../../results/tables/summary.ts';
import type { ChartText } from '../charts/chart.ts';
import type { HeadlineTable } from '../headline-tables.ts';
import { machineLine } from '../machine-line.ts';
import { plainTitle } from '../plain-title.ts';
import { type SizesAcross, sizesAcross } from '../sizes-across.ts';
import type { FigureContext } from './figures.ts';
import type { ReadCurveRows } from './memory-curves.ts';

/** What the charts of a report are made from. */
export interface ChartContext extends FigureContext {
  readonly facts: ComparisonFacts;
  readonly machines: readonly MachineRow[];
  readonly summary: readonly SummaryRow[];
  readonly costs: readonly CostRow[];
  readonly readCurveRows: ReadCurveRows;
}

/** What a chart is of, for where there is no page around it to tell. */
export function contextOf(
  { workload }: HeadlineTable,
  { machines, facts }: ChartContext,
): Pick<ChartText, 'context'> {
  const parts = [`${workload.id}: ${plainTitle(workload.title)}`, ...machines.map(machineLine)];
  return { context: `${parts.join('; ')}; ${facts.createdAt.slice(0, 10)}.` };
}

/** Of how many runs the figures of a table are: `Medians of 2 to 3 runs with 95 % intervals.` */
export function figuresLine({ rows }: HeadlineTable): string {
  const counts = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.runs || []));
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  if (most === 1) return 'One run each.';
  const runs = fewest === most ? most : `${fewest} to ${most}`;
  return `Medians of ${runs} runs${most < LEAST_VALUES ? '' : ' with 95 % intervals'}.`;
}

/** Another metric of the cases that a table shows. */
export function otherMetric(
  { workload, rows }: HeadlineTable,
  metric: Metric,
  { summary }: ChartContext,
): SizesAcross {
  const shown = new Set(
    rows.flatMap(({ cells }) => cells.map((cell) => (cell ? caseKey(cell) : ''))),
  );
  const ofMetric = summary.filter(
    (row) =>
      row.workload === workload.id &&
      (row.metric === metric.name || row.runs === 0) &&
      shown.has(caseKey(row)),
  );
  return sizesAcross(ofMetric, metric.better);
}

function caseKey({ runtime_id, tasks, parameters }: SummaryRow): string {
  return [runtime_id, tasks, parameters].join();
}
