import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../catalogue.ts';
import { repositoryRoot } from '../../provision/places.ts';
import { dataDictionary } from './data-dictionary.ts';
import { publishedResults } from './published-results.ts';

const { suites } = await loadCatalogue();
const folder = join(repositoryRoot, 'results');

test('results/README.md is what schema and results say; `npm run readme` writes it', () => {
  const committed = readFileSync(join(folder, 'README.md'), 'utf8');
  expect(committed).toBe(dataDictionary(publishedResults(folder, suites)));
});
