import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { resolve } = createRequire(import.meta.url);

/** The package has a copy of this one file, without the 60 MB around it; `.cjs`, since it is no ES module. */
const COPY = fileURLToPath(new URL('./echarts.common.min.cjs', import.meta.url));

/**
 * The build of ECharts that draws the images and is embedded in the pages. It has all that the charts use (lines, bars,
 * points, marks, tooltips), at two thirds of the size of the full build.
 */
export const echartsPath = existsSync(COPY) ? COPY : resolve('echarts/dist/echarts.common.min.js');

/** Loads ECharts. It is large, so only code that draws loads it. */
export async function loadECharts(): Promise<typeof import('echarts')> {
  const { default: echarts } = await import(echartsPath);
  return echarts;
}
