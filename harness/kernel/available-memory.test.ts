import { totalmem } from 'node:os';
import { expect, test } from 'vitest';
import { availableBytes, groupBytes } from './available-memory.ts';

test('there is some memory, and no more than there is', () => {
  expect(availableBytes()).toBeGreaterThan(50e6);
  expect(availableBytes()).toBeLessThanOrEqual(totalmem());
});

test.each([
  ['no limit, version 2', 'max\n', '5000000\n', '', []],
  ['no limit, version 1', '9223372036854771712\n', '5000000\n', '', []],
  ['no such group', '', '', '', []],
  ['a limit', '100000000\n', '60000000\n', 'anon 60000000\n', [40_000_000]],
  [
    'idle file pages make room',
    '100000000\n',
    '90000000\n',
    'anon 20000000\ninactive_file 50000000\nactive_file 20000000\n',
    [60_000_000],
  ],
  [
    'in version 1, those of all groups below',
    '100000000\n',
    '90000000\n',
    'inactive_file 1\ntotal_inactive_file 50000000\n',
    [60_000_000],
  ],
])('a control group with %s', (_, limit, usage, stat, bytes) => {
  expect(groupBytes(limit, usage, stat)).toEqual(bytes);
});
