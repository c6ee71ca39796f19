// Prints the tables of results folders as Markdown, each under the title of its suite.
// Usage: node scripts/results-table.ts results/node-history …
import { resolve } from 'node:path';
import { loadCatalogue } from '../harness/catalogue.ts';
import { tellError } from '../harness/cli/error-line.ts';
import { resultsMarkdown } from '../harness/present/documents/suite-tables.ts';
import { readResults } from '../harness/results/read-results.ts';

const { workloads } = await loadCatalogue();
try {
  for (const folder of process.argv.slice(2)) {
    const results = readResults(resolve(folder));
    console.log(`### ${results.facts.title}\n\n${resultsMarkdown(results, workloads)}\n`);
  }
} catch (error) {
  process.exitCode = tellError(error);
}
