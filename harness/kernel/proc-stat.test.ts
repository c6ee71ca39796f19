import { expect, test } from 'vitest';
import { parseProcStat } from './proc-stat.ts';

const rest =
  'S 1 4242 4242 0 -1 4194304 100 20 3 4 250 50 10 5 20 0 7 0 12345 1094115328 14303 18446744073709551615';

test.each(['node', 'a b', 'evil) S 1 (', ')'])('the fields behind the name %j', (name) => {
  const stat = parseProcStat(`77 (${name}) ${rest}`);
  expect(stat).toMatchObject({
    state: 'S',
    parent: 1,
    session: 4242,
    startedSeconds: 123.45,
  });
  expect([10, 14, 22].map(stat.field)).toEqual([100, 250, 12_345]);
});
