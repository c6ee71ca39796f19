import { expect, test } from 'vitest';
import { statusScanner } from './scan-status.ts';

const STATUS = Buffer.from(
  'Name:\tVmRSS: 1\nVmHWM:\t   58240 kB\nVmRSS:\t   57212 kB\nThreads:\t7\n',
);

test('counters in their own units, read off the bytes', () => {
  expect(statusScanner('rssBytes')(STATUS)).toBe(57212 * 1024);
  expect(statusScanner('peakRssBytes')(STATUS)).toBe(58240 * 1024);
  expect(statusScanner('threads')(STATUS)).toBe(7);
});

test('a zombie has no memory to tell of', () => {
  expect(statusScanner('rssBytes')(Buffer.from('Name:\tnode\nThreads:\t1\n'))).toBeUndefined();
});
