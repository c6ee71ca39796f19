import { metrics } from '../../metrics/all-metrics.ts';
import { shortName } from '../../metrics/short-name.ts';
import type { BarsChart, Chart, CurvesChart, LinesChart } from '../charts/chart.ts';
import { barsAlt, curvesAlt, linesAlt } from '../charts/chart-alt.ts';
import type { HeadlineTable } from '../headline-tables.ts';
import { type ChartContext, contextOf, figuresLine, otherMetric } from './chart-context.ts';
import { costFigure, countTasks, figureAtSize, figureBySize } from './figures.ts';
import { memoryCurves, typicalRun } from './memory-curves.ts';

/** The charts of a section: those that there are figures for, the one that answers first. */
export function sectionCharts(table: HeadlineTable, context: ChartContext): readonly Chart[] {
  const { headline } = table;
  const isMemory = headline.isResidentMemory;
  const isRate = headline === metrics.tasks_per_second;
  const charts = [
    isRate ? undefined : headlineByRuntime(table, context),
    isMemory ? memoryAgainstTasks(table, context) : undefined,
    isMemory ? bytesPerTask(table, context) : undefined,
    isRate || isMemory ? tasksPerSecond(table, context) : undefined,
    isMemory ? memoryCurvesChart(table, context) : undefined,
    isMemory ? times(table, context) : undefined,
  ];
  return charts.filter((chart) => chart !== undefined);
}

function headlineByRuntime(table: HeadlineTable, context: ChartContext): BarsChart | undefined {
  const { headline } = table;
  const net = headline.isResidentMemory ? headline : undefined;
  return barsChart({
    id: `${headline.unit === 'byte' ? 'memory' : shortName(headline)}-by-runtime`,
    title: `${capitalised(headline.label)}, by runtime`,
    ...contextOf(table, context),
    subtitle: figuresLine(table),
    figure: figureBySize(table, headline.unit, context, net),
    leads: true,
  });
}

function memoryAgainstTasks(table: HeadlineTable, context: ChartContext): LinesChart | undefined {
  const { headline } = table;
  const figure = figureBySize(table, headline.unit, context, headline);
  const isLine = figure.rows.some(({ cells }) => cells.filter((cell) => cell?.absolute).length > 1);
  if (!isLine) return undefined;
  return {
    kind: 'lines',
    id: 'memory-against-tasks',
    title: `${capitalised(headline.label)} against the number of tasks`,
    ...contextOf(table, context),
    subtitle: figuresLine(table),
    alt: linesAlt(headline.label, table.workload.id, figure),
    figure,
  };
}

function bytesPerTask(table: HeadlineTable, context: ChartContext): BarsChart | undefined {
  return barsChart({
    id: 'bytes-per-task',
    title: 'What one more task costs in memory',
    ...contextOf(table, context),
    subtitle: 'The slope of memory over the number of tasks, with its 95 % interval.',
    figure: costFigure(
      table.rows.flatMap(({ cost }) => (cost ? [cost] : [])),
      context,
    ),
    leads: true,
  });
}

function tasksPerSecond(table: HeadlineTable, context: ChartContext): BarsChart | undefined {
  const rate = metrics.tasks_per_second;
  return barsChart({
    id: 'tasks-per-second',
    title: 'Tasks a second, by runtime',
    ...contextOf(table, context),
    subtitle: figuresLine(table),
    figure: figureBySize(otherMetric(table, rate, context), rate.unit, context),
    leads: true,
  });
}

function times(table: HeadlineTable, context: ChartContext): BarsChart | undefined {
  const tasks = table.sizes.at(-1) ?? 0;
  const { create_seconds: create, finish_seconds: finish } = metrics;
  const columns = [
    { title: 'creating them', across: otherMetric(table, create, context) },
    { title: 'finishing, sleep included', across: otherMetric(table, finish, context) },
  ];
  return barsChart({
    id: 'times',
    title: `Time to create and to finish ${countTasks(tasks)}`,
    ...contextOf(table, context),
    subtitle: figuresLine(table),
    figure: figureAtSize(tasks, columns, create.unit, context),
    leads: false,
  });
}

function memoryCurvesChart(table: HeadlineTable, context: ChartContext): CurvesChart | undefined {
  const { headline, sizes, rows, workload } = table;
  const runs = rows.flatMap(({ cells }) => {
    const last = cells.at(-1);
    return last === undefined ? [] : (typicalRun(context.cases.runsOf(last), headline) ?? []);
  });
  const curves = memoryCurves(runs, context.runtimes, context.readCurveRows);
  if (curves.length === 0) return undefined;
  const tasks = countTasks(sizes.at(-1) ?? 0);
  const hasCheckpoints = curves.some(({ checkpoints }) => checkpoints.length > 0);
  return {
    kind: 'curves',
    id: 'memory-curves',
    title: `Memory over time, ${tasks}`,
    ...contextOf(table, context),
    subtitle: `One run of each runtime, the one nearest the median: sampled${hasCheckpoints ? ' between its checkpoints, exact at them' : ''}.`,
    alt: curvesAlt(tasks, workload.id, curves),
    curves,
  };
}

/** Undefined where there is nothing to draw. */
function barsChart(chart: Omit<BarsChart, 'kind' | 'alt'>): BarsChart | undefined {
  const hasFigure = chart.figure.rows.some(({ cells }) => cells.some((cell) => cell?.absolute));
  return hasFigure ? { ...chart, kind: 'bars', alt: barsAlt(chart) } : undefined;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
