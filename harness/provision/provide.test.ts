import { expect, test } from 'vitest';
import type { Located, Missing, Runtime } from '../vocabulary/runtime.ts';
import { chooseRuntimes, foundOf, seek } from './provide.ts';

function runtimeThat(id: string, locate: (range?: string) => Located | Missing): Runtime {
  return { id, title: id, locate: async (range) => locate(range) };
}

const located = (version: string): Located => ({
  version,
  source: 'a test',
  executable: '/bin/true',
  prepare: async () => ({ command: ['/bin/true'], environment: {} }),
});
const missing: Missing = { missing: 'not here', install: 'get it' };

const known = new Map(
  [
    runtimeThat('node', (range) => (range === '99' ? missing : located(`${range ?? '26'}.0.0`))),
    runtimeThat('go', () => missing),
  ].map((runtime) => [runtime.id, runtime]),
);

test('a name may have a range of versions behind it', () => {
  const wanted = chooseRuntimes(known, ['node', 'node@22', 'node@>=22 <24']);
  expect(wanted.map(({ runtime, range }) => [runtime.id, range])).toEqual([
    ['node', undefined],
    ['node', '22'],
    ['node', '>=22 <24'],
  ]);
});

test.each([
  ['nod', 'did you mean "node"?'],
  ['node@', 'is no version'],
  ['node@latest', '"latest" is no version; write e.g. node@22'],
])('%j is refused: %s', (name, message) => {
  expect(() => chooseRuntimes(known, [name])).toThrow(message);
});

test('a runtime that is not here is passed over; a version that somebody named is not', async () => {
  const sought = await seek(chooseRuntimes(known, ['go', 'node']));
  expect(foundOf(sought).map(({ runtime }) => runtime.id)).toEqual(['node']);
  await expect(seek(chooseRuntimes(known, ['node@99']))).rejects.toThrow('node@99: not here');
});

test('two ranges that lead to one version are one runtime', async () => {
  const sought = await seek(chooseRuntimes(known, ['node', 'node@26']));
  expect(foundOf(sought)).toHaveLength(1);
});
