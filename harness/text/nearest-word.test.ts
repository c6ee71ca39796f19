import { expect, test } from 'vitest';
import { nearestWord } from './nearest-word.ts';

const known = ['node', 'deno', 'bun', 'python-asyncio'];

test.each([
  ['nod', 'node'],
  ['dneo', 'deno'],
  ['python-asynco', 'python-asyncio'],
])('%s is close to %s', (word, right) => {
  expect(nearestWord(word, known)).toBe(
    `did you mean "${right}"? known: bun, deno, node, python-asyncio`,
  );
});

test('far from all is no guess', () => {
  expect(nearestWord('cobol-on-cogs', known)).toBe('known: bun, deno, node, python-asyncio');
});
