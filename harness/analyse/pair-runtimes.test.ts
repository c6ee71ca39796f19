import { expect, test } from 'vitest';
import { pairRuntimes } from './pair-runtimes.ts';

test('the same version first, then the one other version of the name', () => {
  expect(
    pairRuntimes(
      ['node@22.1.0', 'node@26.10.0', 'bun@1.4.5', 'go@1.26.8'],
      ['node@26.10.0', 'node@24.2.0', 'bun@1.5.0', 'deno@2.9.5'],
    ),
  ).toEqual([
    { before: 'node@26.10.0', after: 'node@26.10.0' },
    { before: 'node@22.1.0', after: 'node@24.2.0' },
    { before: 'bun@1.4.5', after: 'bun@1.5.0' },
  ]);
});

test('a name that is the beginning of another is another name', () => {
  expect(pairRuntimes(['rust-tokio@1'], ['rust-tokio-current-thread@1'])).toEqual([]);
});

test('a version whose partner could be one of two is refused, with all of them', () => {
  expect(() => pairRuntimes(['node@22.1.0'], ['node@24.2.0', 'node@26.10.0'])).toThrow(
    'cannot pair the versions of node: node@22.1.0 before, node@24.2.0, node@26.10.0 after',
  );
  expect(() => pairRuntimes(['node@22.1.0', 'node@24.2.0'], ['node@26.10.0'])).toThrow(
    'cannot pair the versions of node',
  );
});

test('a version that only one side has is left alone when its name has a partner', () => {
  expect(pairRuntimes(['node@22.1.0', 'node@26.10.0'], ['node@26.10.0'])).toHaveLength(1);
});
