import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/**
 * The one build of ECharts that draws the images and is written into the pages: it has all that the charts use (lines, bars,
 * points, marks, tooltips), at two thirds of the whole.
 */
export const echartsPath = resolve('echarts/dist/echarts.common.min.js');

/** Loads ECharts; it is large, so only whoever draws does. */
export async function loadECharts(): Promise<typeof import('echarts')> {
  const { default: echarts } = await import(echartsPath);
  return echarts;
}
