import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Catalogue } from '../../catalogue.ts';
import { allTables } from '../../results/all-tables.ts';
import { DESCRIPTOR } from '../../results/read-descriptor.ts';
import type { Chart } from '../charts/chart.ts';
import { chartPath } from '../charts/chart-files.ts';
import { chartPng, hasFont } from '../charts/chart-png.ts';
import { chartSvg, imageSize } from '../charts/chart-svg.ts';
import { echarts } from '../charts/echarts-build.ts';
import { machineLine } from '../machine-line.ts';
import { readReportData } from '../report/read-report-data.ts';
import { type Report, reportOf } from '../report/report.ts';
import { writePictures } from './chart-picture.ts';
import type { Preview, SiteFolder } from './site-folder.ts';
import { leadChart, suitePages } from './suite-pages.ts';
import { type SitePlace, writePages, writeSiteFile } from './write-pages.ts';

const TABLES = [DESCRIPTOR, ...allTables.map(({ name }) => `${name}.csv`)];

/** Writes all that the site has of one results folder: its page, its charts, its tables. */
export function writeFolder(
  source: string,
  place: SitePlace,
  catalogue: Pick<Catalogue, 'runtimes' | 'workloads'>,
): SiteFolder {
  const slug = basename(source);
  const data = readReportData(source, catalogue);
  const report = reportOf(data, catalogue.workloads);
  const tables = TABLES.filter((file) => existsSync(join(source, file)));
  const folder = join(place.folder, 'suites', slug);
  mkdirSync(join(folder, 'data'), { recursive: true });
  for (const file of tables) copyFileSync(join(source, file), join(folder, 'data', file));
  writePages(suitePages(slug, report, tables), place);
  for (const { charts } of report.sections) writeCharts(charts, folder);
  const lead = leadChart(report);
  if (lead) {
    writeSiteFile(folder, chartPath(lead, 'dark', 'svg'), chartSvg(lead, 'dark', echarts));
    writePictures(lead, folder);
  }
  return { ...summaryOf(report), slug, runs: data.runs.length, preview: previewOf(lead) };
}

/** Each chart as a vector image, and as a bitmap for what takes no other. */
function writeCharts(charts: readonly Chart[], folder: string): void {
  const drawsLetters = hasFont();
  for (const chart of charts) {
    const light = chartSvg(chart, 'light', echarts);
    writeSiteFile(folder, chartPath(chart, 'light', 'svg'), light);
    if (drawsLetters) writeSiteFile(folder, chartPath(chart, 'light', 'png'), chartPng(light));
  }
}

function summaryOf({
  facts,
  machines,
  runtimes,
  sections,
}: Report): Omit<SiteFolder, 'slug' | 'runs' | 'preview'> {
  return {
    title: facts.title,
    machine: machines.map(machineLine).join('; '),
    day: facts.createdAt.slice(0, 10),
    runtimes: runtimes.map(({ runtime_id, runtime, version, command }) => ({
      id: runtime_id,
      name: runtime,
      version,
      command,
    })),
    sections: sections.map(({ id, title, finding, table, ranking }) => ({
      id,
      title,
      finding,
      table,
      ranking,
    })),
  };
}

function previewOf(chart: Chart | undefined): Preview | undefined {
  if (chart === undefined) return undefined;
  return { id: chart.id, alt: chart.alt, ...imageSize(chart) };
}
