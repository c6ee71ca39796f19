import fc from 'fast-check';
import { median } from 'simple-statistics';
import { expect, test } from 'vitest';
import { medianInterval, positiveMedianInterval } from './median-interval.ts';

test('three values: the published Student interval, 4.303 standard errors', () => {
  const interval = medianInterval([1, 2, 3]);
  expect(interval?.low).toBeCloseTo(2 - 4.3027 / Math.sqrt(3), 3);
  expect(interval?.high).toBeCloseTo(2 + 4.3027 / Math.sqrt(3), 3);
});

test('ten values: between the second and the third smallest, as for the tabled 95 % of ranks', () => {
  // Ranks 2 and 9 hold the median in 97.85 %, ranks 3 and 8 in 89.06 %.
  const interval = medianInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(interval?.low).toBeGreaterThan(2);
  expect(interval?.low).toBeLessThan(3);
  expect((interval?.low ?? 0) + (interval?.high ?? 0)).toBeCloseTo(11, 9);
});

test('exactly the confidence of two ranks: those two, nothing between', () => {
  expect(medianInterval([1, 2, 3, 4, 5, 6], 1 - 2 * 0.5 ** 6)).toEqual({ low: 1, high: 6 });
});

test('two values have none, nor has what is not positive where noise is in proportion', () => {
  expect(medianInterval([1, 2])).toBeUndefined();
  expect(positiveMedianInterval([0, 1, 2])).toBeUndefined();
});

test('values that are all equal: exactly they, but for the step in which they are measured', () => {
  expect(positiveMedianInterval([8, 8, 8])).toEqual({ low: 8, high: 8 });
  const coarse = medianInterval([8, 8, 8], 0.95, 1);
  expect(coarse?.low).toBeCloseTo(8 - 4.3027 / Math.sqrt(3), 3);
  expect(medianInterval([7, 8, 9], 0.95, 0.5)).toEqual(medianInterval([7, 8, 9]));
  expect(positiveMedianInterval([8, 8, 8], 0.95, 1)?.low).toBeLessThan(7);
  // Six say so themselves, whatever the noise is like.
  expect(medianInterval(Array(6).fill(8), 0.95, 1)).toEqual({ low: 8, high: 8 });
});

test('it holds the median of the values, and is wider for more confidence', () => {
  const values = fc.array(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), { minLength: 3 });
  fc.assert(
    fc.property(values, (sample) => {
      const [usual, strict] = [0.95, 0.999].map((confidence) =>
        positiveMedianInterval(sample, confidence),
      );
      expect(usual?.low).toBeLessThanOrEqual(median(sample));
      expect(usual?.high).toBeGreaterThanOrEqual(median(sample));
      expect(strict?.low).toBeLessThanOrEqual((usual?.low ?? 0) * (1 + 1e-9));
    }),
  );
});
