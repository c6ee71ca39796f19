import { join } from 'node:path';
import type { Catalogue } from '../../catalogue.ts';
import { replaceFile } from '../../results/replace-file.ts';
import { REPORT_HTML, REPORT_PAGE, requireOwnReport } from '../../results/report-files.ts';
import { drawImages, replaceImages } from '../charts/chart-files.ts';
import { echarts } from '../charts/echarts-build.ts';
import { readReportData } from './read-report-data.ts';
import { reportOf } from './report.ts';
import { reportHtml } from './report-html.ts';
import { reportMarkdown } from './report-markdown.ts';

/**
 * Writes report.md, report.html and charts/ into a results folder, from its tables alone: the same tables give the same
 * bytes. Nothing is written before everything is made.
 *
 * @param pageScript the script of report.html: `pageScript`.
 * @returns what is missing, in a line; undefined when nothing is.
 * @throws UsageError for a folder without tables of ours, or with files in the report's place that are not.
 */
export function writeReport(
  folder: string,
  catalogue: Pick<Catalogue, 'runtimes' | 'workloads'>,
  pageScript: string,
): string | undefined {
  const data = readReportData(folder, catalogue);
  const report = reportOf(data, catalogue.workloads);
  const page = reportMarkdown(report);
  const html = reportHtml(report, pageScript);
  const charts = report.sections.flatMap((section) => section.charts);
  const { images, missing } = drawImages(charts, echarts);

  const before = requireOwnReport(folder);
  replaceFile(join(folder, REPORT_PAGE), page); // first: it says which images are ours
  replaceFile(join(folder, REPORT_HTML), html);
  replaceImages(folder, before, images);
  return missing;
}
