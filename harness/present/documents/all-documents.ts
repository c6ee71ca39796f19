import type { PublishedFigure } from '../../claims/read-published.ts';
import type { Workload } from '../../model/workload.ts';
import type { Results } from '../../results/read-results.ts';
import { claimsPage } from '../claims/claims-page.ts';
import { publishedPage } from '../claims/published-page.ts';
import { dataDictionary } from './data-dictionary.ts';
import { fillMarkers } from './fill-markers.ts';
import { resultsMarkdown } from './suite-tables.ts';

/** What the documents are made of. */
export interface DocumentSources {
  /** README.md as it is: what stands outside the markers is kept. */
  readonly readme: string;
  readonly results: readonly Results[];
  /** What other people have published. */
  readonly published: readonly PublishedFigure[];
  readonly workloads: ReadonlyMap<string, Workload>;
  /** What markers of README.md are filled with, besides the tables of suites. */
  readonly sections: ReadonlyMap<string, string>;
}

/** Every page that follows from the results, by its path from the checkout. */
export function allDocuments(sources: DocumentSources): ReadonlyMap<string, string> {
  const { readme, results, published, workloads, sections } = sources;
  const tables = results.map(
    (result) => [result.facts.suite, resultsMarkdown(result, workloads)] as const,
  );
  const summary = results.flatMap((result) => result.summary);
  const runs = results.flatMap((result) => result.runs);
  return new Map([
    ['README.md', fillMarkers(readme, new Map([...tables, ...sections]))],
    ['results/README.md', dataDictionary(results)],
    ['results/published.md', publishedPage(published, summary)],
    ['results/claims.md', claimsPage(runs, published)],
  ]);
}
