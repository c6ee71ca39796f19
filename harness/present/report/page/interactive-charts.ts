import type { EChartsType } from 'echarts/core';
import type { Chart } from '../../charts/chart.ts';
import { THEMES } from '../../charts/chart-style.ts';
import { drawChart } from '../../charts/draw-chart.ts';
import { echarts } from '../../charts/echarts-build.ts';
import type { View } from './view.ts';

/** A chart of the page and its element. */
export interface InteractiveChart {
  readonly chart: Chart;
  readonly element: HTMLElement;
  readonly drawn: EChartsType;
}

/** Finds the element of every chart, and keeps each chart as wide as its element. */
export function drawInteractive(
  charts: readonly Chart[],
  view: () => View,
): readonly InteractiveChart[] {
  const figures = charts.flatMap((chart) => {
    const element = document.querySelector<HTMLElement>(`[data-chart="${chart.id}"]`);
    if (element === null) return [];
    return [{ chart, element, drawn: echarts.init(element, null, { renderer: 'svg' }) }];
  });
  const widths = new Map<Element, number>();
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const figure = figures.find(({ element }) => element === target);
      if (figure === undefined || widths.get(target) === target.clientWidth) continue;
      widths.set(target, target.clientWidth);
      redraw(figure, view());
    }
  });
  for (const { element } of figures) observer.observe(element);
  return figures;
}

/** Draws every chart as the reader has chosen. */
export function redrawAll(figures: readonly InteractiveChart[], view: View): void {
  for (const figure of figures) redraw(figure, view);
}

function redraw({ chart, element, drawn }: InteractiveChart, view: View): void {
  const visible = without(chart, view.hidden);
  const note = element.closest('figure')?.querySelector<HTMLElement>('.net');
  if (note) note.hidden = !(view.net && hasNet(chart));
  drawn.clear();
  if (visible === undefined) return;
  const { theme, scale, net, widest } = view;
  const width = Math.min(element.clientWidth, widest);
  const style = { width, theme: THEMES[theme], titled: false, scale, net };
  const { option, height } = drawChart(visible, style);
  element.style.height = `${height}px`;
  drawn.resize({ width, height });
  drawn.setOption(option);
}

/** The chart without some runtimes; undefined when none is left. */
function without(chart: Chart, hidden: ReadonlySet<string>): Chart | undefined {
  const isShown = ({ runtime }: { readonly runtime: { readonly id: string } }) =>
    !hidden.has(runtime.id);
  if (chart.kind === 'curves') {
    const curves = chart.curves.filter(isShown);
    return curves.length === 0 ? undefined : { ...chart, curves };
  }
  const rows = chart.figure.rows.filter(isShown);
  return rows.length === 0 ? undefined : { ...chart, figure: { ...chart.figure, rows } };
}

/** Whether net and total values differ. */
function hasNet(chart: Chart): boolean {
  if (chart.kind === 'curves') return false;
  const cells = chart.figure.rows.flatMap((row) => row.cells);
  return cells.some((cell) => cell?.net?.median !== cell?.absolute?.median);
}
