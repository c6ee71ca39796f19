// Regenerates every table in the documents from the committed results: README.md between its markers,
// results/published.md, results/claims.md and results/README.md. Run it with `npm run readme`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chalk } from 'zx';
import { loadCatalogue } from '../harness/catalogue.ts';
import { readPublished } from '../harness/claims/read-published.ts';
import { tellError } from '../harness/cli/error-line.ts';
import { allDocuments } from '../harness/present/documents/all-documents.ts';
import { publishedResults } from '../harness/present/documents/published-results.ts';
import { repositoryRoot } from '../harness/provision/places.ts';
import { replaceFile } from '../harness/results/replace-file.ts';
import { benchSection } from '../harness/verify/bench/bench-section.ts';

try {
  const { workloads, suites } = await loadCatalogue();
  const results = publishedResults(join(repositoryRoot, 'results'), suites);
  const bench = benchSection(join(repositoryRoot, 'results', 'bench'));
  const documents = allDocuments({
    readme: readFileSync(join(repositoryRoot, 'README.md'), 'utf8'),
    results,
    published: readPublished(),
    workloads,
    sections: new Map(bench === undefined ? [] : [['bench', bench]]),
  });
  for (const [path, text] of documents) replaceFile(join(repositoryRoot, path), text);
  console.log(chalk.green(`${[...documents.keys()].join(', ')}: up to date`));
} catch (error) {
  process.exitCode = tellError(error);
}
