import { expect, test } from 'vitest';
import { disturbanceRow } from './disturbance-rows.ts';

const observer = { id: 'someone', version: null };
const row = (pairs: readonly { secondsWith: number; secondsWithout: number }[]) =>
  disturbanceRow({ observer, without: 'bare child', pairs }, 'node spawn', 'here');

test('twice the time is half the rate', () => {
  const pairs = Array.from({ length: 20 }, () => ({ secondsWith: 0.2, secondsWithout: 0.1 }));
  expect(row(pairs)).toMatchObject({
    pairs: 20,
    rate_change_median: -0.5,
    ci_low: -0.5,
    ci_high: -0.5,
  });
});

test('the interval holds the median of changes that go both ways', () => {
  const pairs = Array.from({ length: 20 }, (_, index) => ({
    secondsWith: 0.1 + (index % 2) * 0.01,
    secondsWithout: 0.105,
  }));
  const { rate_change_median: median, ci_low: low, ci_high: high } = row(pairs);
  expect(low).toBeLessThan(median ?? Number.NaN);
  expect(high).toBeGreaterThan(median ?? Number.NaN);
});

test('no pair, no figure', () => {
  expect(row([])).toMatchObject({ pairs: 0, rate_change_median: null, ci_low: null });
});
