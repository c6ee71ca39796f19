import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { analyseRuns } from '../harness/analyse/analyse-runs.ts';
import { loadCatalogue } from '../harness/catalogue.ts';
import { repositoryRoot } from '../harness/provision/places.ts';
import { toCsv } from '../harness/results/csv.ts';
import { readMeasurements } from '../harness/results/read-results.ts';
import { costsTable } from '../harness/results/tables/costs.ts';
import { summaryTable } from '../harness/results/tables/summary.ts';
import { documents, PAGES } from './documents.ts';

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
  const { runs, machines } = readMeasurements(join(resultsFolder, suite));
  const { summary, costs } = analyseRuns(runs, machines, workloads);
  expect(read(suite, 'summary.csv')).toBe(toCsv(summaryTable, summary));
  expect(read(suite, 'costs.csv')).toBe(toCsv(costsTable, costs));
});

const made = await documents();

test.each([...made.keys()])(
  '%s follows from the results, byte for byte; `npm run readme` writes it',
  (path) => {
    expect(readFileSync(join(repositoryRoot, path), 'utf8')).toBe(made.get(path));
  },
);

test('README.md and results/METHOD.md have a marker for each section that is made', () => {
  const text = PAGES.map((path) => readFileSync(join(repositoryRoot, path), 'utf8')).join();
  for (const name of ['million', 'findings', 'claims', 'badges', 'quick-start', 'tools', 'bench']) {
    expect(text).toMatch(new RegExp(`<!-- results:${name} -->\n\n(?!<!--)`));
  }
});

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
  'harness/README.md',
  'results/METHOD.md',
  'workloads/README.md',
  'results/README.md',
  'results/USING.md',
  'results/published.md',
  'results/claims.md',
  'results/reference/README.md',
  ...committed.filter(isPublished).map((suite) => join('results', suite, 'report.md')),
];

test.each(pages)('%s: the files that it names are there', (page) => {
  const text = readFileSync(join(repositoryRoot, page), 'utf8');
  const named = text.matchAll(/`((?:harness|scripts|workloads)\/[\w./-]+\.\w+)`/g);
  const missing = [...named].flatMap(([, path = '']) =>
    existsSync(join(repositoryRoot, path)) ? [] : [path],
  );
  expect(
    missing.filter((path) => !path.includes('NAME') && path !== 'harness/runtimes/ruby.ts'),
  ).toEqual([]);
});

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
  expect(targetsOf('README.md')).toContain('.github/readme/million-wide.dark.svg');
});
