import { drawBarPanels } from './bar-panels.ts';
import type { Chart, Drawing } from './chart.ts';
import type { ChartStyle } from './chart-style.ts';
import { drawCurvePanels } from './curve-panels.ts';
import { drawLinesOverTasks } from './lines-over-tasks.ts';

/** Lays out a chart, for the images and the interactive page alike, so that they never disagree. */
export function drawChart(chart: Chart, style: ChartStyle): Drawing {
  switch (chart.kind) {
    case 'bars':
      return drawBarPanels(chart, style);
    case 'lines':
      return drawLinesOverTasks(chart, style);
    case 'curves':
      return drawCurvePanels(chart, style);
  }
}
