import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataDictionary } from './data-dictionary.ts';

test('results/README.md is what the schema says; `npm run readme` writes it', () => {
  const committed = readFileSync(new URL('../../../results/README.md', import.meta.url), 'utf8');
  expect(committed).toBe(dataDictionary());
});
