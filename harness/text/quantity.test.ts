import { expect, test } from 'vitest';
import { formatBytes, formatDuration, formatRate } from './quantity.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1 kB'],
  [930_941_952, '931 MB'],
  [2_625_000_000, '2.63 GB'],
])('%d bytes', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [163_661, '164 k/s'],
  [2_310_000, '2.31 M/s'],
])('%d tasks a second', (rate, text) => {
  expect(formatRate(rate)).toBe(text);
});

test.each([
  [0, '0 s'],
  [0.000_02, '0.02 ms'],
  [0.5, '500 ms'],
  [59, '59 s'],
  [840, '14 min'],
  [4_320, '1 h 12 min'],
])('%d seconds', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
