import type { PublishedFigure } from '../../claims/read-published.ts';
import type { Results } from '../../results/read-results.ts';
import { claimsPage } from '../claims/claims-page.ts';
import { publishedPage } from '../claims/published-page.ts';
import { dataDictionary } from './data-dictionary.ts';
import { fillMarkers } from './fill-markers.ts';
import { publishedRuns } from './published-results.ts';

/** What the documents are made of. */
export interface DocumentSources {
  /** Pages that people write, by path from the checkout: what stands outside their markers is kept. */
  readonly pages: ReadonlyMap<string, string>;
  /** What their markers are filled with. */
  readonly sections: ReadonlyMap<string, string>;
  readonly results: readonly Results[];
  /** What other people have published. */
  readonly published: readonly PublishedFigure[];
}

/** Every page that follows from the results, by its path from the checkout. */
export function allDocuments(sources: DocumentSources): ReadonlyMap<string, string> {
  const { pages, sections, results, published } = sources;
  const summary = results.flatMap((result) => result.summary);
  return new Map([
    ...[...pages].map(([path, page]) => [path, fillMarkers(page, sections)] as const),
    ['results/README.md', dataDictionary(results)],
    ['results/published.md', publishedPage(published, summary)],
    ['results/claims.md', claimsPage(publishedRuns(results), published)],
  ]);
}
