import { isResidentMemory } from '../../model/workload.ts';
import type { BarsChart, Chart, CurvesChart, LinesChart } from '../charts/chart.ts';
import { barsAlt, curvesAlt, linesAlt } from '../charts/chart-alt.ts';
import { HEADLINES, type HeadlineTable } from '../headline-tables.ts';
import { type ChartContext, contextOf, figuresLine, otherMetric } from './chart-context.ts';
import { costFigure, countTasks, figureAtSize, figureBySize } from './figures.ts';
import { memoryCurves, typicalRun } from './memory-curves.ts';

/** The charts of a section: those that there are figures for, the one that answers first. */
export function sectionCharts(table: HeadlineTable, context: ChartContext): readonly Chart[] {
  const isMemory = isResidentMemory(table.headline);
  const charts = [
    table.headline === 'tasks_per_second' ? undefined : memoryByRuntime(table, context),
    isMemory ? memoryAgainstTasks(table, context) : undefined,
    isMemory ? bytesPerTask(table, context) : undefined,
    table.headline === 'heap_bytes' ? undefined : tasksPerSecond(table, context),
    isMemory ? memoryCurvesChart(table, context) : undefined,
    isMemory ? times(table, context) : undefined,
  ];
  return charts.filter((chart) => chart !== undefined);
}

function memoryByRuntime(table: HeadlineTable, context: ChartContext): BarsChart | undefined {
  const { headline } = table;
  const net = isResidentMemory(headline) ? headline : undefined;
  return barsChart({
    id: 'memory-by-runtime',
    title: `${capitalised(HEADLINES[headline])}, by runtime`,
    ...contextOf(table, context),
    subtitle: figuresLine(table),
    figure: figureBySize(table, 'bytes', context, net),
    leads: true,
  });
}

function memoryAgainstTasks(table: HeadlineTable, context: ChartContext): LinesChart | undefined {
  if (!isResidentMemory(table.headline)) return undefined;
  const figure = figureBySize(table, 'bytes', context, table.headline);
  const isLine = figure.rows.some(({ cells }) => cells.filter((cell) => cell?.absolute).length > 1);
  if (!isLine) return undefined;
  return {
    kind: 'lines',
    id: 'memory-against-tasks',
    title: `${capitalised(HEADLINES[table.headline])} against the number of tasks`,
    ...contextOf(table, context),
    subtitle: figuresLine(table),
    alt: linesAlt(HEADLINES[table.headline], table.workload.id, figure),
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
  return barsChart({
    id: 'tasks-per-second',
    title: 'Tasks a second, by runtime',
    ...contextOf(table, context),
    subtitle: figuresLine(table),
    figure: figureBySize(otherMetric(table, 'tasks_per_second', context), 'rate', context),
    leads: true,
  });
}

function times(table: HeadlineTable, context: ChartContext): BarsChart | undefined {
  const tasks = table.sizes.at(-1) ?? 0;
  const metrics = [
    { title: 'creating them', across: otherMetric(table, 'create_seconds', context) },
    { title: 'finishing, sleep included', across: otherMetric(table, 'finish_seconds', context) },
  ];
  return barsChart({
    id: 'times',
    title: `Time to create and to finish ${countTasks(tasks)}`,
    ...contextOf(table, context),
    subtitle: figuresLine(table),
    figure: figureAtSize(tasks, metrics, 'seconds', context),
    leads: false,
  });
}

function memoryCurvesChart(table: HeadlineTable, context: ChartContext): CurvesChart | undefined {
  const { headline, sizes, rows, workload } = table;
  if (!isResidentMemory(headline)) return undefined;
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
