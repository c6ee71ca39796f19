import { expect, test } from 'vitest';
import { parseSmapsRollup } from './smaps-rollup.ts';

test('sums in bytes', () => {
  const text = `00400000-7ffd5a1f3000 ---p 00000000 00:00 0                          [rollup]
Rss:               57212 kB
Pss:               33108 kB
Pss_Dirty:          9000 kB
Shared_Clean:      45000 kB
Private_Clean:      3000 kB
Private_Dirty:      9212 kB
`;
  expect(parseSmapsRollup(text)).toEqual({
    rssBytes: 57212 * 1024,
    pssBytes: 33108 * 1024,
    privateBytes: 12212 * 1024,
  });
});
