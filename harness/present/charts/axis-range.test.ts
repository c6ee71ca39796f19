import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearRange, logRange, shareOf } from './axis-range.ts';

const positive = fc.array(fc.double({ min: 1e-3, max: 1e13, noNaN: true }), { minLength: 1 });

test('a linear axis starts at zero and ends at a round number', () => {
  expect(linearRange([7e8, 2.74e9])).toEqual({ min: 0, max: 3e9, ticks: [0, 1e9, 2e9, 3e9] });
  expect(linearRange([])).toMatchObject({ min: 0, max: 1 });
});

test('a logarithmic axis has ticks at powers of ten', () => {
  expect(logRange([2.39e6, 2.74e9])).toEqual({ min: 2e6, max: 5e9, ticks: [1e7, 1e8, 1e9] });
});

test('a short logarithmic axis has ticks between them', () => {
  expect(logRange([120, 900]).ticks).toEqual([100, 200, 500, 1000]);
  expect(logRange([5, 5])).toEqual({ min: 5, max: 10, ticks: [5, 10] });
});

test('every value lies within, and so does every tick', () => {
  fc.assert(
    fc.property(positive, fc.constantFrom('linear' as const, 'log' as const), (values, scale) => {
      const axis = scale === 'log' ? logRange(values) : linearRange(values);
      for (const value of [...values, ...axis.ticks]) {
        expect(shareOf(value, axis, scale)).toBeGreaterThanOrEqual(-1e-6);
        expect(shareOf(value, axis, scale)).toBeLessThanOrEqual(1 + 1e-6);
      }
      expect(axis.ticks.length).toBeGreaterThan(0);
    }),
  );
});
