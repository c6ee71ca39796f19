import { rowCaseKey } from '../../analyse/summary.ts';
import { metrics } from '../../metrics/all-metrics.ts';
import type { Metric } from '../../model/metric.ts';
import type { ChartFigure } from '../charts/chart-figure.ts';
import type { Curve } from '../charts/curve.ts';
import type { HeadlineTable } from '../headline-tables.ts';
import { type SizesAcross, sizesAcross } from '../sizes-across.ts';
import { costFigure, figureAtSize, figureBySize } from './chart-figures.ts';
import { memoryCurves, typicalRun } from './memory-curves.ts';
import type { ReportData } from './report-data.ts';

/** The numbers of a section's charts. A figure without rows has nothing to draw. */
export interface SectionFigures {
  /** The headline at every size. */
  readonly headline: ChartFigure;
  readonly bytesPerTask: ChartFigure;
  readonly tasksPerSecond: ChartFigure;
  /** Seconds to create and to finish the tasks, at the largest size. */
  readonly times: ChartFigure;
  /** The peaks of resident and of charged memory, at the largest size; nothing where no run had a control group. */
  readonly charged: ChartFigure;
  /** Memory over time at the largest size. */
  readonly curves: readonly Curve[];
}

/** Computes everything that a section's charts show of a table and of the same cases' other metrics. */
export function sectionFigures(table: HeadlineTable, data: ReportData): SectionFigures {
  const { headline, rows, sizes } = table;
  const { create_seconds: create, finish_seconds: finish, tasks_per_second: rate } = metrics;
  const times = [
    { title: 'creating them', metric: create, across: otherMetric(table, create, data) },
    {
      title: 'finishing, sleep included',
      metric: finish,
      across: otherMetric(table, finish, data),
    },
  ];
  const { peak_rss_bytes: resident, charged_peak_bytes: charged } = metrics;
  const ofGroup = otherMetric(table, charged, data);
  const hasGroups = ofGroup.rows.some(({ cells }) => cells.at(-1)?.median != null);
  const peaks = [
    { title: 'resident', metric: resident, across: otherMetric(table, resident, data) },
    { title: 'charged', metric: charged, across: ofGroup },
  ];
  const largest = sizes.at(-1) ?? 0;
  return {
    headline: figureBySize(table, headline, data, headline.isResidentMemory === true),
    bytesPerTask: costFigure(
      rows.flatMap(({ cost }) => cost ?? []),
      data,
    ),
    tasksPerSecond: figureBySize(otherMetric(table, rate, data), rate, data),
    times: figureAtSize(largest, times, create.unit, data),
    charged: figureAtSize(largest, hasGroups ? peaks : [], charged.unit, data),
    curves: typicalCurves(table, data),
  };
}

/** Another metric of the cases that a table shows. */
function otherMetric(
  { rows }: HeadlineTable,
  metric: Metric,
  { summary }: ReportData,
): SizesAcross {
  const shown = new Set(
    rows.flatMap(({ cells }) => cells.map((cell) => (cell ? rowCaseKey(cell) : ''))),
  );
  const ofMetric = summary.filter(
    (row) => (row.metric === metric.name || row.runs === 0) && shown.has(rowCaseKey(row)),
  );
  return sizesAcross(ofMetric, metric.better);
}

/** The curve of each runtime's typical run at the largest size, where the headline is resident memory. */
function typicalCurves({ headline, rows }: HeadlineTable, data: ReportData): readonly Curve[] {
  if (!headline.isResidentMemory) return [];
  const runs = rows.flatMap(({ cells }) => {
    const last = cells.at(-1);
    return last === undefined ? [] : (typicalRun(data.runsOf(last), headline) ?? []);
  });
  return memoryCurves(runs, data.chartRuntimes, data.readCurveRows);
}
