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
  /** Undefined until the reader comes near it: drawing all at once would block a phone for seconds. */
  drawn: EChartsType | undefined;
  width: number;
}

/** Finds the element of every chart, draws each once it comes into view, and keeps it as wide as its element. */
export function drawInteractive(
  charts: readonly Chart[],
  view: () => View,
): readonly InteractiveChart[] {
  const figures = charts.flatMap((chart): InteractiveChart[] => {
    const element = document.querySelector<HTMLElement>(`[data-chart="${chart.id}"]`);
    return element === null ? [] : [{ chart, element, drawn: undefined, width: 0 }];
  });
  const figureOf = (target: Element) => figures.find(({ element }) => element === target);
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const figure = figureOf(target);
      if (figure?.drawn && figure.width !== target.clientWidth) redraw(figure, view());
    }
  });
  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const figure = figureOf(target);
      if (figure === undefined || !isIntersecting) continue;
      near.unobserve(target);
      redraw(figure, view());
    }
  });
  for (const { element } of figures) {
    sizes.observe(element);
    near.observe(element);
  }
  return figures;
}

/** Draws every chart that the reader has seen as the reader has chosen. */
export function redrawSeen(figures: readonly InteractiveChart[], view: View): void {
  for (const figure of figures) if (figure.drawn) redraw(figure, view);
}

/** Draws every chart: paper shows all. */
export function redrawAll(figures: readonly InteractiveChart[], view: View): void {
  for (const figure of figures) redraw(figure, view);
}

function redraw(figure: InteractiveChart, view: View): void {
  const { chart, element } = figure;
  if (figure.drawn === undefined) element.replaceChildren(); // a picture stands in for it until now
  const drawn = figure.drawn ?? echarts.init(element, null, { renderer: 'svg' });
  figure.drawn = drawn;
  figure.width = element.clientWidth;
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
