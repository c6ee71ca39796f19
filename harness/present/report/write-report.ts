import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workload } from '../../model/workload.ts';
import { readResults, readRuns } from '../../results/read-results.ts';
import { readRowsOf } from '../../results/rows-of-runs.ts';
import { readingsTable } from '../../results/tables/readings.ts';
import { samplesTable } from '../../results/tables/samples.ts';
import { writeCharts } from '../charts/chart-files.ts';
import { loadECharts } from '../charts/echarts-build.ts';
import { bundlePageScript } from './bundle-page-script.ts';
import { reportOf } from './report.ts';
import { reportDataOf } from './report-data.ts';
import { reportHtml } from './report-html.ts';
import { reportMarkdown } from './report-markdown.ts';

/**
 * Writes report.md, report.html and charts/ into a results folder, from its tables alone: the same tables give the same
 * bytes.
 *
 * @returns what is missing, in a line; undefined when nothing is.
 * @throws UsageError for a folder without tables of ours.
 */
export async function writeReport(
  folder: string,
  workloads: ReadonlyMap<string, Workload>,
): Promise<string | undefined> {
  const data = reportDataOf(readResults(folder), readRuns(folder), (runIds) => ({
    readings: readRowsOf(readingsTable, folder, runIds),
    samples: readRowsOf(samplesTable, folder, runIds),
  }));
  const report = reportOf(data, workloads);
  const charts = report.sections.flatMap((section) => section.charts);
  const missing = writeCharts(charts, folder, await loadECharts());
  writeFileSync(join(folder, 'report.md'), reportMarkdown(report));
  writeFileSync(join(folder, 'report.html'), reportHtml(report, await bundlePageScript()));
  return missing;
}
