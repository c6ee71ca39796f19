import type { Catalogue } from '../../catalogue.ts';
import { withoutVariant } from '../../model/runtime.ts';
import { readLongTable } from '../../results/read-long-table.ts';
import { readResults } from '../../results/read-results.ts';
import { readingsTable } from '../../results/tables/readings.ts';
import { samplesTable } from '../../results/tables/samples.ts';
import { type ReportData, reportDataOf } from './report-data.ts';

/**
 * Reads what a report is made from.
 *
 * @throws UsageError for a folder without tables of ours.
 */
export function readReportData(
  folder: string,
  { runtimes }: Pick<Catalogue, 'runtimes'>,
): ReportData {
  const results = readResults(folder);
  return reportDataOf(
    results,
    (runIds) => ({
      readings: readLongTable(readingsTable, results.source, runIds),
      samples: readLongTable(samplesTable, results.source, runIds),
    }),
    (runtime) => runtimes.get(withoutVariant(runtime))?.family,
  );
}
