import { metrics } from '../../metrics/all-metrics.ts';
import { shortName } from '../../metrics/short-name.ts';
import type { Headline } from '../../model/metric.ts';
import { formatTasks } from '../../text/quantity.ts';
import type { BarsChart, Chart, ChartText, CurvesChart, LinesChart } from '../charts/chart.ts';
import { barsAlt, curvesAlt, linesAlt } from '../charts/chart-alt.ts';
import type { ChartFigure } from '../charts/chart-figure.ts';
import type { HeadlineTable } from '../headline-tables.ts';
import { runsCaption } from './chart-captions.ts';
import type { SectionFigures } from './section-figures.ts';

/** The words that several charts of a section share. */
type Captions = Pick<ChartText, 'context' | 'subtitle'>;

/**
 * The charts of a section: those that have figures; the one that answers comes first.
 *
 * @param context the workload, the machine and the day.
 */
export function sectionCharts(
  table: HeadlineTable,
  figures: SectionFigures,
  context: string,
): readonly Chart[] {
  const isMemory = table.headline.isResidentMemory;
  const isRate = table.headline === metrics.tasks_per_second;
  const captions = { context, subtitle: runsCaption(table) };
  const charts = [
    isRate ? undefined : headlineByRuntime(table, figures.headline, captions),
    isRate || isMemory ? tasksPerSecond(figures.tasksPerSecond, captions) : undefined,
    headlineAgainstTasks(table, figures.headline, captions),
    isMemory ? bytesPerTask(figures.bytesPerTask, context) : undefined,
    isMemory ? chargedMemory(table, figures.charged, captions) : undefined,
    isMemory ? memoryCurvesChart(table, figures.curves, context) : undefined,
    isMemory ? times(table, figures.times, captions) : undefined,
  ];
  return charts.filter((chart) => chart !== undefined);
}

function headlineByRuntime({ headline }: HeadlineTable, figure: ChartFigure, captions: Captions) {
  return barsChart({
    id: `${subjectId(headline)}-by-runtime`,
    title: `${capitalised(headline.label)}, by runtime`,
    ...captions,
    figure: atLargestSize(figure),
  });
}

/** How charts of a figure are called in the names of files. */
function subjectId(headline: Headline): string {
  return headline.unit === 'byte' ? 'memory' : shortName(headline);
}

/** Bars compare runtimes at one size; how a figure changes with the size is for lines. */
function atLargestSize({ quantity, columns, rows }: ChartFigure): ChartFigure {
  const cells = rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) }));
  return { quantity, columns: columns.slice(0, 1), rows: cells };
}

function headlineAgainstTasks(
  { headline, workload }: HeadlineTable,
  figure: ChartFigure,
  captions: Captions,
): LinesChart | undefined {
  const isLine = figure.rows.some(({ cells }) => cells.filter((cell) => cell?.absolute).length > 1);
  if (!isLine) return undefined;
  return {
    kind: 'lines',
    id: `${subjectId(headline)}-against-tasks`,
    title: `${capitalised(headline.label)} against the number of tasks`,
    ...captions,
    alt: linesAlt(headline.label, workload.id, figure),
    figure,
  };
}

function bytesPerTask(figure: ChartFigure, context: string) {
  return barsChart({
    id: 'bytes-per-task',
    title: 'Memory that one more task costs',
    context,
    subtitle: 'Slope of memory over the number of tasks, with its 95 % interval.',
    figure,
  });
}

function tasksPerSecond(figure: ChartFigure, captions: Captions) {
  return barsChart({
    id: 'tasks-per-second',
    title: 'Tasks a second, by runtime',
    ...captions,
    figure: atLargestSize(figure),
  });
}

function times({ sizes }: HeadlineTable, figure: ChartFigure, captions: Captions) {
  return barsChart({
    id: 'times',
    title: `Time to create and to finish ${formatTasks(sizes.at(-1) ?? 0)}`,
    ...captions,
    figure,
  });
}

function chargedMemory({ sizes }: HeadlineTable, figure: ChartFigure, captions: Captions) {
  return barsChart({
    id: 'charged-memory',
    title: `Peak memory, resident and charged, ${formatTasks(sizes.at(-1) ?? 0)}`,
    context: captions.context,
    subtitle: `${captions.subtitle} Charged: all that the kernel charges to the run's control group, so also page tables, kernel stacks, buffers of pipes and sockets, files in memory, and the page cache of files that the run was the first to read.`,
    figure,
  });
}

function memoryCurvesChart(
  { sizes, workload }: HeadlineTable,
  curves: SectionFigures['curves'],
  context: string,
): CurvesChart | undefined {
  if (curves.length === 0) return undefined;
  const tasks = formatTasks(sizes.at(-1) ?? 0);
  const hasCheckpoints = curves.some(({ checkpoints }) => checkpoints.length > 0);
  return {
    kind: 'curves',
    id: 'memory-curves',
    title: `Memory over time, ${tasks}`,
    context,
    subtitle: `The run of each runtime that is nearest the median; sampled${hasCheckpoints ? ' between checkpoints, exact at them' : ''}.`,
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
