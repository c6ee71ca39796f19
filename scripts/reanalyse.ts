// Computes summary.csv and costs.csv of results folders anew from their runs.csv, and describes the tables anew in
// datapackage.json: for when the analysis has changed.
// Usage: npm run reanalyse -- results/one-million …
import { argv, path } from 'zx';
import { costRows } from '../harness/analyse/costs.ts';
import { summaryRows } from '../harness/analyse/summary.ts';
import { loadCatalogue } from '../harness/catalogue.ts';
import { tellError } from '../harness/cli/error-line.ts';
import { toCsv } from '../harness/results/csv.ts';
import { dataPackage } from '../harness/results/data-package.ts';
import { readFacts, readRuns } from '../harness/results/read-results.ts';
import { replaceFile } from '../harness/results/replace-file.ts';
import { costsTable } from '../harness/results/tables/costs.ts';
import { summaryTable } from '../harness/results/tables/summary.ts';

const { workloads } = await loadCatalogue();
try {
  for (const folder of argv._) {
    const runs = readRuns(folder);
    const descriptor = JSON.stringify(dataPackage(readFacts(folder)), null, 2);
    replaceFile(path.join(folder, 'summary.csv'), toCsv(summaryTable, summaryRows(runs)));
    replaceFile(path.join(folder, 'costs.csv'), toCsv(costsTable, costRows(runs, workloads)));
    replaceFile(path.join(folder, 'datapackage.json'), `${descriptor}\n`);
    console.log(`${folder}: summary.csv and costs.csv follow from runs.csv`);
  }
} catch (error) {
  process.exitCode = tellError(error);
}
