import { expect, test } from 'vitest';
import { agreementCheck } from './agreement.ts';

const MIB = 2 ** 20;

test.each([
  [50 * MIB, 50 * MIB, 'ok'],
  [51 * MIB, 50 * MIB, 'ok'],
  [51 * MIB + 1, 50 * MIB, 'fail'],
  [48 * MIB, 50 * MIB, 'fail'],
  [1010 * MIB, 1000 * MIB, 'ok'],
  [1011 * MIB, 1000 * MIB, 'fail'],
  [null, 50 * MIB, 'unknown'],
  [50 * MIB, null, 'unknown'],
] as const)('ours %s, theirs %s: %s', (ours, theirs, verdict) => {
  expect(agreementCheck('it', ours, theirs).verdict).toBe(verdict);
});
