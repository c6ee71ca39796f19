import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from './chart.ts';
import { chartPng, hasFont } from './chart-png.ts';
import type { Theme } from './chart-style.ts';
import { chartSvg } from './chart-svg.ts';

const FOLDER = 'charts';
const THEME_NAMES = ['light', 'dark'] as const satisfies readonly Theme['name'][];
const WRITTEN = /\.(light|dark)\.(svg|png)$/;

/** Where a chart's image is, from the results folder. */
export function chartPath({ id }: Chart, theme: Theme['name'], format: 'svg' | 'png'): string {
  return `${FOLDER}/${id}.${theme}.${format}`;
}

/**
 * Writes every chart as SVG and PNG, light and dark, and removes the images of an earlier report.
 *
 * @returns what is missing, in a line; undefined when nothing is.
 */
export function writeCharts(
  charts: readonly Chart[],
  resultsFolder: string,
  echarts: typeof import('echarts'),
): string | undefined {
  removeCharts(join(resultsFolder, FOLDER));
  if (charts.length === 0) return undefined;
  mkdirSync(join(resultsFolder, FOLDER), { recursive: true });
  const canWrite = hasFont();
  for (const chart of charts) {
    for (const theme of THEME_NAMES) {
      const svg = chartSvg(chart, theme, echarts);
      writeFileSync(join(resultsFolder, chartPath(chart, theme, 'svg')), svg);
      if (canWrite) {
        writeFileSync(join(resultsFolder, chartPath(chart, theme, 'png')), chartPng(svg));
      }
    }
  }
  return canWrite
    ? undefined
    : 'no font is installed here, so there are no PNG charts: apt install fonts-liberation';
}

function removeCharts(folder: string): void {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) if (WRITTEN.test(file)) rmSync(join(folder, file));
}
