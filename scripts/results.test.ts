import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { costRows } from '../harness/analyse/costs.ts';
import { summaryRows } from '../harness/analyse/summary.ts';
import { loadCatalogue } from '../harness/catalogue.ts';
import { readPublished } from '../harness/claims/read-published.ts';
import { claimsPage } from '../harness/present/claims/claims-page.ts';
import { publishedPage } from '../harness/present/claims/published-page.ts';
import { resultsMarkdown } from '../harness/present/documents/suite-tables.ts';
import { repositoryRoot } from '../harness/provision/places.ts';
import { toCsv } from '../harness/results/csv.ts';
import { readMeasurements, readResults } from '../harness/results/read-results.ts';
import { costsTable } from '../harness/results/tables/costs.ts';
import { summaryTable } from '../harness/results/tables/summary.ts';

const { workloads, suites } = await loadCatalogue();
const resultsFolder = join(repositoryRoot, 'results');
const committed = [...suites.keys()].filter((suite) =>
  existsSync(join(resultsFolder, suite, 'runs.csv')),
);
const isPublished = (suite: string) => suites.get(suite)?.publishes !== false;
const read = (suite: string, file: string) =>
  readFileSync(join(resultsFolder, suite, file), 'utf8');

test('there are committed results', () => {
  expect(committed).toContain('one-million');
});

test.each(committed)('%s: summary and costs follow from the runs', (suite) => {
  const runs = readMeasurements(join(resultsFolder, suite)).runs;
  expect(read(suite, 'summary.csv')).toBe(toCsv(summaryTable, summaryRows(runs)));
  expect(read(suite, 'costs.csv')).toBe(toCsv(costsTable, costRows(runs, workloads)));
});

test.each(committed.filter(isPublished))(
  "%s: README's tables follow from the results; `npm run readme` writes them",
  (suite) => {
    const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
    expect(readme).toContain(resultsMarkdown(readResults(join(resultsFolder, suite)), workloads));
  },
);

/** Where the links and pictures of a page lead, but for those to other sites and within the page. */
function targetsOf(page: string): readonly string[] {
  const text = readFileSync(join(repositoryRoot, page), 'utf8');
  const links = text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g);
  return [...links]
    .map(([, link = '', source = link]) => source)
    .filter((target) => !/^(https?:|#)/.test(target))
    .map((target) => target.replace(/#.*/, ''));
}

const pages = [
  'README.md',
  'workloads/README.md',
  'results/README.md',
  'results/USING.md',
  'results/published.md',
  'results/claims.md',
  'results/reference/README.md',
  ...committed.filter(isPublished).map((suite) => join('results', suite, 'report.md')),
];

test.each(pages)('%s: what it links to is there, and is committed', (page) => {
  const targets = targetsOf(page);
  const missing = targets.filter(
    (target) => !existsSync(join(repositoryRoot, dirname(page), target)),
  );
  expect(missing).toEqual([]);
  // Charts as PNG are made anew on every machine, and ignored by git.
  expect(targets.filter((target) => target.endsWith('.png'))).toEqual([]);
});

test('links are found', () => {
  expect(targetsOf('README.md')).toContain('results/one-million/report.md');
  expect(targetsOf('README.md')).toContain('results/one-million/charts/memory-by-runtime.dark.svg');
});

describe('the pages beside the posts', () => {
  const folders = committed.filter(isPublished).map((suite) => join(resultsFolder, suite));
  const published = readPublished();

  test('published.md follows from the results; `npm run readme` writes it', () => {
    const summary = folders.flatMap((folder) => readResults(folder).summary);
    expect(read('.', 'published.md')).toBe(publishedPage(published, summary));
  });

  test('claims.md follows from the results; `npm run readme` writes it', () => {
    const runs = folders.flatMap((folder) => readMeasurements(folder).runs);
    expect(read('.', 'claims.md')).toBe(claimsPage(runs, published));
  });
});
