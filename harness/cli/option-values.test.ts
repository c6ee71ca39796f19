import { expect, test } from 'vitest';
import { byteSize, count, counts, percentage, seconds, seed, words } from './option-values.ts';

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

test.each(['0', '-1', '1.5', '1e3', '0x10', '100000001', ' 1', ''])('%j is no count', (text) => {
  expect(() => count(text)).toThrow('Write a whole number from 1 to 100000000, e.g. 10000.');
});

test('lists', () => {
  expect(counts('1, 1000,100000000')).toEqual([1, 1_000, 100_000_000]);
  expect(() => counts('1,,2')).toThrow('Write a whole number');
  expect(words('node, bun@1.2')).toEqual(['node', 'bun@1.2']);
});

test('seconds may have a fraction, and are above 0 and up to a day', () => {
  expect([seconds('0.5'), seconds('10'), seconds('86400')]).toEqual([0.5, 10, 86_400]);
  for (const text of ['0', '0.0', '-1', '86401', '1e2', '.5', 'long']) {
    expect(() => seconds(text)).toThrow('Write seconds');
  }
});

test('a seed has up to nine digits', () => {
  expect([seed('0'), seed('999999999')]).toEqual([0, 999_999_999]);
  for (const text of ['1000000000', '-1', '1.5', 'x']) {
    expect(() => seed(text)).toThrow('Write a whole number from 0 to 999999999.');
  }
});

test('a percentage is a share of one', () => {
  expect([percentage('5%'), percentage('0.5 %'), percentage('150%')]).toEqual([0.05, 0.005, 1.5]);
  for (const text of ['5', '0.05', '-5%', '%']) {
    expect(() => percentage(text)).toThrow('Write a percentage, e.g. 5%.');
  }
});
