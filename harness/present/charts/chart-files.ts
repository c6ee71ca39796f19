import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../results/make-folder.ts';
import { replaceFile } from '../../results/replace-file.ts';
import { CHARTS_FOLDER } from '../../results/report-files.ts';
import type { Chart } from './chart.ts';
import { chartPng, hasFont } from './chart-png.ts';
import type { Theme } from './chart-style.ts';
import { chartSvg } from './chart-svg.ts';

import type { ECharts } from './echarts-build.ts';

const THEME_NAMES = ['light', 'dark'] as const satisfies readonly Theme['name'][];

/** Where a chart's image is, from the results folder. */
export function chartPath({ id }: Chart, theme: Theme['name'], format: 'svg' | 'png'): string {
  return `${CHARTS_FOLDER}/${id}.${theme}.${format}`;
}

/** An image of a chart, by its path from the results folder. */
export interface Image {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Draws every chart as SVG and PNG, light and dark.
 *
 * @returns what is missing, too, in a line; undefined when nothing is.
 */
export function drawImages(
  charts: readonly Chart[],
  echarts: ECharts,
): { readonly images: readonly Image[]; readonly missing: string | undefined } {
  const canWrite = hasFont();
  const images = charts.flatMap((chart) =>
    THEME_NAMES.flatMap((theme): readonly Image[] => {
      const svg = chartSvg(chart, theme, echarts);
      const drawing = { path: chartPath(chart, theme, 'svg'), content: svg };
      if (!canWrite) return [drawing];
      return [drawing, { path: chartPath(chart, theme, 'png'), content: chartPng(svg) }];
    }),
  );
  const hint =
    'no font is installed here, so there are no PNG charts: apt install fonts-liberation';
  return { images, missing: canWrite || charts.length === 0 ? undefined : hint };
}

/** Writes images into a results folder; those of the report before that have no successor go. */
export function replaceImages(
  resultsFolder: string,
  before: readonly string[],
  images: readonly Image[],
): void {
  const paths = new Set(images.map(({ path }) => path));
  for (const path of before) if (!paths.has(path)) rmSync(join(resultsFolder, path));
  if (images.length > 0) makeFolder(join(resultsFolder, CHARTS_FOLDER));
  for (const { path, content } of images) replaceFile(join(resultsFolder, path), content);
}
