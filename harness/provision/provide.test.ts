import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Located, Missing, Runtime } from '../model/runtime.ts';
import { chooseRuntimes, type Found, foundOf, provide, runtimeIdOf, seek } from './provide.ts';
import { ToolFailure } from './tool-output.ts';

function runtimeThat(id: string, locate: (range?: string) => Located | Missing): Runtime {
  return { id, title: id, locate: async (range) => locate(range) };
}

const located = (version: string): Located => ({
  version,
  source: 'a test',
  executable: '/bin/true',
  prepare: async () => ({ command: ['/bin/true'], environment: {} }),
});
const missing: Missing = { missing: 'not here', remedy: 'get it' };

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
  ['node@', 'is not a version'],
  ['node@latest', '"latest" is not a version; write e.g. node@22'],
])('%j is refused: %s', (name, message) => {
  expect(() => chooseRuntimes(known, [name])).toThrow(message);
});

test('a variant is a runtime of its own, with its environment, its flags and any version', async () => {
  const go: Runtime = {
    ...runtimeThat('go', (range) => located(`${range ?? '1'}.0.0`)),
    variants: [
      { name: 'a', sets: 'A=1', why: 'a test', environment: { A: '1' }, flags: ['--a'] },
      { name: 'b', sets: 'B', why: 'a test', needs: '>=2' },
    ],
  };
  const names = new Map([['go', go]]);
  const sought = await seek(chooseRuntimes(names, ['go', 'go+a', 'go+a@2', 'go+b']));
  const { provided } = await provide(foundOf(sought));
  expect(provided.map(runtimeIdOf)).toEqual(['go@1.0.0', 'go+a@1.0.0', 'go+a@2.0.0']);
  expect(provided.map(({ launchable }) => launchable)).toEqual([
    { command: ['/bin/true'], environment: {} },
    { command: ['/bin/true', '--a'], environment: { A: '1' } },
    { command: ['/bin/true', '--a'], environment: { A: '1' } },
  ]);
  expect(provided[1]?.runtime).toMatchObject({ id: 'go+a', variant: { sets: 'A=1' } });
  expect(() => chooseRuntimes(names, ['go+c'])).toThrow('unknown variant "c" of go: ');
  expect(() => chooseRuntimes(known, ['node+a'])).toThrow('"node+a": node has no variants');
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

const failures = [
  ['a tool', () => Promise.reject(new ToolFailure('out of order')), 'out of order'],
  ['the file system', async () => readFileSync('/no/such/file'), 'ENOENT: no such file'],
] as const;

test.each(failures)(
  '%s that fails while a runtime is looked for makes that one missing',
  async (_, fail, words) => {
    const odd: Runtime = { id: 'odd', title: 'odd', locate: () => fail().then(() => missing) };
    const sought = await seek([{ runtime: odd }, ...chooseRuntimes(known, ['node'])]);
    expect(sought[0]?.found).toMatchObject({
      missing: expect.stringContaining(`the search for it failed: ${words}`),
    });
    expect(foundOf(sought).map(({ runtime }) => runtime.id)).toEqual(['node']);
  },
);

test.each(failures)(
  '%s that fails while a runtime is made ready makes that one missing',
  async (_, fail, words) => {
    const runtime = runtimeThat('odd', () => missing);
    const odd: Found = {
      runtime,
      found: { ...located('1'), prepare: () => fail().then(() => missing) },
    };
    const { provided, missing: left } = await provide([odd, { runtime, found: located('2') }]);
    expect(left[0]?.found).toMatchObject({
      missing: expect.stringContaining(`preparing it failed: ${words}`),
    });
    expect(provided.map(({ found }) => found.version)).toEqual(['2']);
  },
);

test('a mistake of ours stays one', async () => {
  const wrong: Runtime = {
    id: 'wrong',
    title: 'wrong',
    locate: () => Promise.reject(new TypeError('no function')),
  };
  await expect(seek([{ runtime: wrong }])).rejects.toThrow(TypeError);
});
