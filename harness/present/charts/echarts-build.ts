import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, ScatterChart]);
use([GraphicComponent, GridComponent, LegendComponent, MarkLineComponent]);
use([TitleComponent, TooltipComponent, SVGRenderer]);

/** ECharts with what the charts use and nothing else; the images and the pages are drawn by the same. */
export const echarts = { init };

export type ECharts = typeof echarts;
