import { drawBarPanels } from './bar-panels.ts';
import type { Chart, Drawing } from './chart.ts';
import type { Look } from './chart-style.ts';
import { drawCurvePanels } from './curve-panels.ts';
import { drawLinesOverTasks } from './lines-over-tasks.ts';

/** Lays a chart out; images and the interactive page both come from here, so that they never disagree. */
export function drawChart(chart: Chart, look: Look): Drawing {
  switch (chart.kind) {
    case 'bars':
      return drawBarPanels(chart, look);
    case 'lines':
      return drawLinesOverTasks(chart, look);
    case 'curves':
      return drawCurvePanels(chart, look);
  }
}
