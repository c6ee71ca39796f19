import { expect, test } from 'vitest';
import { callersPath } from './callers-path.ts';

const OURS = '/a/node_modules/.bin:/node_modules/.bin:/npm/lib/node-gyp-bin';

test.each([
  ['what npm added comes last', `${OURS}:/home/me/bin:/usr/bin`, `/home/me/bin:/usr/bin:${OURS}`],
  [
    'also where one script called another',
    `/b/node_modules/.bin:/npm/node-gyp-bin:${OURS}:/usr/bin`,
    `/usr/bin:/b/node_modules/.bin:/npm/node-gyp-bin:${OURS}`,
  ],
  [
    'what a script put before them stays in front',
    `/fake:${OURS}:/usr/bin`,
    `/fake:/usr/bin:${OURS}`,
  ],
  [
    "the caller's own order stays",
    '/me/node_modules/.bin:/usr/bin',
    '/me/node_modules/.bin:/usr/bin',
  ],
])('%s', (_, path, callers) => {
  expect(callersPath(path)).toBe(callers);
});
