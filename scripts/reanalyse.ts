// Computes summary.csv and costs.csv of results folders anew from their runs.csv, and writes all tables and
// datapackage.json in the current schema: for when the analysis or the schema has changed.
// Usage: npm run reanalyse -- results/one-million …
import { resolve } from 'node:path';
import { loadCatalogue } from '../harness/catalogue.ts';
import { tellError } from '../harness/cli/error-line.ts';
import { reanalyse } from '../harness/compare/reanalyse.ts';
import { UsageError } from '../harness/model/usage-error.ts';

try {
  const folders = process.argv.slice(2);
  if (folders.length === 0) throw new UsageError('name the results folders to analyse anew');
  const { workloads } = await loadCatalogue();
  for (const folder of folders) {
    reanalyse(resolve(folder), workloads);
    console.log(`${folder}: summary.csv and costs.csv follow from runs.csv`);
  }
} catch (error) {
  process.exitCode = tellError(error);
}
