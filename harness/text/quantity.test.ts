import { expect, test } from 'vitest';
import {
  BYTES,
  formatBoth,
  formatBytes,
  formatDuration,
  formatEstimate,
  formatRate,
  PLAIN,
} from './quantity.ts';

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

test.each([
  [931.42e6, 928.3e6, 934.1e6, '931 MB (928–934)'],
  [404e6, 160e6, 640e6, '400 MB (160–640)'],
  [404e6, 232e6, 576e6, '400 MB (230–580)'],
  [5.4e9, 5.38e9, 5.42e9, '5.40 GB (5.38–5.42)'],
  [999.7e6, 998.2e6, 1_001e6, '999.7 MB (998.2–1,001.0)'],
  [50e6, 50e6, 50e6, '50.00 MB (50.00–50.00)'],
  [-5e6, -8e6, 2e6, '-5.0 MB (-8.0–2.0)'],
])(
  '%d with the interval from %d to %d: the digits that its width supports',
  (value, low, high, text) => {
    expect(formatEstimate(value, { low, high }, BYTES)).toBe(text);
  },
);

test('what has no unit, and two values in one unit', () => {
  expect(formatEstimate(4.412, { low: 4.371, high: 4.462 }, PLAIN)).toBe('4.41 (4.37–4.46)');
  expect(formatEstimate(5.4, { low: 1.09, high: 28.5 }, PLAIN)).toBe('5.4 (1.1–28.5)');
  expect(formatBoth(165e6, 347e6, ' and ', BYTES)).toBe('165 and 347 MB');
  expect(formatBoth(0.94e9, 1.2e9, '–', BYTES)).toBe('0.94–1.2 GB');
});
