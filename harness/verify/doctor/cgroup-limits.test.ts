import { expect, test } from 'vitest';
import { cpuLimitCheck, memoryLimitCheck } from './cgroup-limits.ts';

const TOTAL = 16e9;

test.each([
  [['max\n'], 'ok'],
  [['9223372036854771712\n'], 'ok'],
  [['max\n', '8000000000\n', 'max\n'], 'warn'],
  [['8000000000\n', 'nonsense'], 'warn'],
  [['0\n'], 'warn'],
  [['nonsense'], 'unknown'],
  [['-5'], 'unknown'],
  [[''], 'unknown'],
  [[], 'unknown'],
] as const)('memory limits %j: %s', (texts, verdict) => {
  expect(memoryLimitCheck(texts, TOTAL).verdict).toBe(verdict);
});

test.each([
  [['max 100000\n'], 'ok'],
  [['-1\n'], 'ok'],
  [['max 100000\n', '50000 100000\n'], 'warn'],
  [['150000\n'], 'warn'],
  [['maximum'], 'unknown'],
  [['-2'], 'unknown'],
  [[''], 'unknown'],
  [[], 'unknown'],
] as const)('cpu quotas %j: %s', (texts, verdict) => {
  expect(cpuLimitCheck(texts).verdict).toBe(verdict);
});
