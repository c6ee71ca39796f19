import { expect, test } from 'vitest';
import { pairNamed } from './pair-named.ts';

const IDS = ['node@24.1.0', 'node@26.10.0', 'bun@1.4.5'];

test('by name or by id', () => {
  expect(pairNamed({ before: 'node@24.1.0', after: 'bun' }, IDS, IDS)).toEqual([
    { before: 'node@24.1.0', after: 'bun@1.4.5' },
  ]);
});

test('a runtime that is not there and one of several versions are wrong usage', () => {
  expect(() => pairNamed({ before: 'deno', after: 'bun' }, IDS, IDS)).toThrow(
    'no runtime "deno" there: node@24.1.0, node@26.10.0, bun@1.4.5',
  );
  expect(() => pairNamed({ before: 'bun', after: 'node' }, IDS, IDS)).toThrow(
    'which node? Write one of node@24.1.0, node@26.10.0',
  );
});
