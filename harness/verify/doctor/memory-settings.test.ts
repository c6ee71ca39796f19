import { expect, test } from 'vitest';
import { freeMemoryCheck, hugePagesCheck, overcommitCheck, swapCheck } from './memory-settings.ts';

test.each([
  ['MemTotal:       24684084 kB\nSwapTotal:             0 kB\n', 'ok'],
  ['SwapTotal:       2097148 kB\nSwapFree:              0 kB\n', 'warn'],
  ['XSwapTotal:            0 kB\n', 'unknown'],
  ['SwapTotal:            -1 kB\n', 'unknown'],
  ['SwapTotal:            0', 'unknown'],
  ['', 'unknown'],
  [undefined, 'unknown'],
] as const)('swap %j: %s', (meminfo, verdict) => {
  expect(swapCheck(meminfo).verdict).toBe(verdict);
});

test.each([
  ['MemAvailable:   24057964 kB\n', 'ok'],
  ['MemAvailable:     405796 kB\n', 'warn'],
  ['MemFree:        23277648 kB\n', 'unknown'],
  [undefined, 'unknown'],
] as const)('available %j: %s', (meminfo, verdict) => {
  expect(freeMemoryCheck(meminfo).verdict).toBe(verdict);
});

test.each([
  ['always [madvise] never\n', 'ok'],
  ['always madvise [never]\n', 'ok'],
  ['[always] madvise never\n', 'warn'],
  ['always madvise never\n', 'unknown'],
  ['[sometimes]', 'unknown'],
  ['', 'unknown'],
  [undefined, 'unknown'],
] as const)('huge pages %j: %s', (text, verdict) => {
  expect(hugePagesCheck(text).verdict).toBe(verdict);
});

test.each([
  ['0\n', 'ok'],
  ['1\n', 'ok'],
  ['2\n', 'warn'],
  ['20\n', 'unknown'],
  ['x', 'unknown'],
  ['', 'unknown'],
  [undefined, 'unknown'],
] as const)('overcommit %j: %s', (text, verdict) => {
  expect(overcommitCheck(text).verdict).toBe(verdict);
});
