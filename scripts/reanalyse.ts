// Computes summary.csv and costs.csv of results folders anew from their runs.csv, and describes the tables anew in
// datapackage.json: for when the analysis has changed.
// Usage: npm run reanalyse -- results/one-million …
import { writeFileSync } from 'node:fs';
import { argv, path } from 'zx';
import { costRows } from '../harness/analyse/costs.ts';
import { summaryRows } from '../harness/analyse/summary.ts';
import { loadCatalogue } from '../harness/catalogue.ts';
import { toCsv } from '../harness/record/csv.ts';
import { dataPackage } from '../harness/record/data-package.ts';
import { readResults, readRuns } from '../harness/record/read-results.ts';
import { costsTable } from '../harness/record/tables/costs.ts';
import { summaryTable } from '../harness/record/tables/summary.ts';

const { workloads } = await loadCatalogue();
for (const folder of argv._) {
  const runs = readRuns(folder);
  writeFileSync(path.join(folder, 'summary.csv'), toCsv(summaryTable, summaryRows(runs)));
  writeFileSync(path.join(folder, 'costs.csv'), toCsv(costsTable, costRows(runs, workloads)));
  const descriptor = dataPackage(readResults(folder).facts);
  writeFileSync(path.join(folder, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`);
  console.log(`${folder}: summary.csv and costs.csv follow from runs.csv`);
}
