import { expect, test } from 'vitest';
import { byteSize } from './byte-size.ts';

test.each([
  ['2GB', 2e9],
  ['2gb', 2e9],
  ['512MiB', 512 * 2 ** 20],
  ['1.5 GiB', 1.5 * 2 ** 30],
  ['1KB', 1000],
  ['1TiB', 2 ** 40],
  ['1000000', 1_000_000],
])('%s', (text, bytes) => {
  expect(byteSize(text)).toBe(bytes);
});

test.each(['', '0', '0.4', '-1GB', '2G', '2GBit', 'GB', '1e9', '2 GB ', '9'.repeat(20), 'lots'])(
  '%j is no size',
  (text) => {
    expect(() => byteSize(text)).toThrow('Write a size with its unit');
  },
);
