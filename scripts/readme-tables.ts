// Regenerates every table in the documents from the committed results: README.md between its markers,
// results/published.md, results/claims.md and results/README.md. Run it with `npm run readme`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chalk } from 'zx';
import { loadCatalogue } from '../harness/catalogue.ts';
import { readPublished } from '../harness/claims/read-published.ts';
import { claimsPage } from '../harness/present/claims/claims-page.ts';
import { publishedPage } from '../harness/present/claims/published-page.ts';
import { dataDictionary } from '../harness/present/documents/data-dictionary.ts';
import { resultsMarkdown } from '../harness/present/documents/suite-tables.ts';
import { fromCsv } from '../harness/results/csv.ts';
import { readResults, readRuns } from '../harness/results/read-results.ts';
import type { RowOf, Table } from '../harness/results/table.ts';
import { benchMarkdown, samplerLine } from '../harness/verify/bench/bench-markdown.ts';
import { accuracyTable } from '../harness/verify/bench/tables/accuracy.ts';
import { disturbanceTable } from '../harness/verify/bench/tables/disturbance.ts';

const root = new URL('../', import.meta.url);
const inRoot = (path: string) => new URL(path, root);

/** Replaces what stands between `<!-- results:NAME -->` and `<!-- /results -->`. */
function fillMarker(text: string, name: string, content: string): string {
  const marker = new RegExp(`(<!-- results:${name} -->)[^]*?(<!-- /results -->)`);
  if (!marker.test(text)) throw new Error(`README.md has no marker for "${name}"`);
  return text.replace(marker, (_, open, close) => `${open}\n\n${content}\n\n${close}`);
}

const { workloads, suites } = await loadCatalogue();
const folders = [...suites.keys()]
  .filter((suite) => suite !== 'smoke' && existsSync(inRoot(`results/${suite}/datapackage.json`)))
  .map((suite) => inRoot(`results/${suite}`).pathname);
const results = folders.map(readResults);
const runs = folders.flatMap(readRuns);

let readme = readFileSync(inRoot('README.md'), 'utf8');
for (const result of results) {
  readme = fillMarker(readme, result.facts.suite, resultsMarkdown(result, workloads));
}
if (existsSync(inRoot('results/bench/accuracy.csv'))) {
  const rowsOf = <T extends Table>(table: T): readonly RowOf<T>[] =>
    fromCsv(table, readFileSync(inRoot(`results/bench/${table.name}.csv`), 'utf8'));
  const disturbance = rowsOf(disturbanceTable);
  const table = benchMarkdown(rowsOf(accuracyTable), disturbance);
  const sampler = `The sampler's own share, against the same harness without it: ${samplerLine(disturbance)}.`;
  readme = fillMarker(readme, 'bench', `${table}\n\n${sampler}`);
}
writeFileSync(inRoot('README.md'), readme);

const summary = results.flatMap((result) => result.summary);
const published = readPublished();
writeFileSync(inRoot('results/published.md'), publishedPage(published, summary));
writeFileSync(inRoot('results/claims.md'), claimsPage(runs, published));
writeFileSync(inRoot('results/README.md'), dataDictionary());
console.log(chalk.green('README.md and the pages of results/ are up to date'));
