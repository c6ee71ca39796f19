import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '../harness/catalogue.ts';
import { readPublished } from '../harness/claims/read-published.ts';
import { echarts } from '../harness/present/charts/echarts-build.ts';
import { claimsTally } from '../harness/present/claims/claims-page.ts';
import { allDocuments } from '../harness/present/documents/all-documents.ts';
import { publishedResults, publishedRuns } from '../harness/present/documents/published-results.ts';
import { readmeParts } from '../harness/present/readme/readme-sections.ts';
import { repositoryRoot } from '../harness/provision/places.ts';
import { benchSections, readBench } from '../harness/verify/bench/bench-section.ts';
import { largestOwnError } from '../harness/verify/bench/largest-error.ts';
import { badgeParts } from './readme-badges.ts';
import { QUICK_RECORDING, quickStart } from './recording/quick-start.ts';

/** Pages that people write and that show results between markers. */
export const PAGES = ['README.md', 'results/METHOD.md'];

/** Everything that `npm run readme` writes: pages and their images by path from the checkout, from committed files alone. */
export async function documents(): Promise<ReadonlyMap<string, string>> {
  const { workloads, suites, runtimes } = await loadCatalogue();
  const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');
  const results = publishedResults(join(repositoryRoot, 'results'), suites);
  const shown = readmeParts(results, workloads, runtimes, echarts);
  const bench = readBench(join(repositoryRoot, 'results', 'bench'));
  const badges = badgeParts({ results, runtimes, error: bench && largestOwnError(bench.accuracy) });
  const quick = await quickStart(read(QUICK_RECORDING));
  const pages = allDocuments({
    pages: new Map(PAGES.map((path) => [path, read(path)])),
    sections: new Map([
      ...shown.sections,
      ...(bench === undefined ? [] : benchSections(bench)),
      ['badges', badges.section],
      ['claims', claimsTally(publishedRuns(results))],
      ['quick-start', quick.section],
    ]),
    results,
    published: readPublished(),
  });
  return new Map([...pages, ...shown.images, ...badges.images, [quick.path, quick.image]]);
}
