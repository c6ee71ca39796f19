import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratioOfMedians, ratioOverCases } from './ratio.ts';

describe.each([
  ['three runs', [100, 101, 102]],
  ['ten runs', [100, 101, 102, 100.5, 101.5, 99, 103, 100.2, 101.8, 101]],
])('%s', (_, values) => {
  test('of a folder with itself is 1, and its interval holds 1', () => {
    const ratio = ratioOfMedians(values, values);
    expect(ratio?.ratio).toBe(1);
    expect(ratio?.interval?.low).toBeLessThan(1);
    expect(ratio?.interval?.high).toBeGreaterThan(1);
  });

  test('the other way round it is the inverse', () => {
    const larger = values.map((value) => 1.2 * value);
    const [up, down] = [ratioOfMedians(larger, values), ratioOfMedians(values, larger)];
    expect(up?.ratio).toBeCloseTo(1.2, 9);
    expect(1 / (down?.ratio ?? 0)).toBeCloseTo(1.2, 9);
    expect(1 / (down?.interval?.high ?? 0)).toBeCloseTo(up?.interval?.low ?? 0, 9);
  });
});

test('the unit does not matter, and the ratio lies in its interval', () => {
  const runs = fc.array(fc.double({ min: 1, max: 1e9, noNaN: true }), { minLength: 3 });
  fc.assert(
    fc.property(runs, runs, (values, baseline) => {
      const scaled = (side: readonly number[]) => side.map((value) => value * 1024);
      const [ratio, other] = [
        ratioOfMedians(values, baseline),
        ratioOfMedians(scaled(values), scaled(baseline)),
      ];
      expect(other?.ratio).toBeCloseTo(ratio?.ratio ?? 0, 9);
      expect(ratio?.interval?.low).toBeLessThanOrEqual(ratio?.ratio ?? 0);
      expect(ratio?.interval?.high).toBeGreaterThanOrEqual(ratio?.ratio ?? 0);
    }),
  );
});

test('values that do not scatter are as sure as the step in which they are measured lets them be', () => {
  const ratio = ratioOfMedians([2, 2, 2], [1, 1, 1]);
  expect(ratio?.interval?.low).toBeCloseTo(2, 9);
  expect(ratio?.interval?.high).toBeCloseTo(2, 9);
  const threads = ratioOfMedians([5, 5, 5], [4, 4, 4], 0.95, 1);
  expect(threads?.interval?.low).toBeLessThan(1);
  expect(threads?.interval?.high).toBeLessThan(10);
});

test('two runs a side have a ratio and no interval; none, or one that is not positive, have no ratio', () => {
  expect(ratioOfMedians([2, 4], [1, 1, 1])).toEqual({ ratio: 3, interval: undefined });
  expect(ratioOfMedians([], [1])).toBeUndefined();
  expect(ratioOfMedians([1], [0])).toBeUndefined();
});

describe('over several cases', () => {
  const sides = (ratio: number) => ({
    values: [0.95, 1, 1.06].map((noise) => ratio * noise),
    baseline: [0.97, 1, 1.04],
  });

  test('is the geometric mean, and tells more than each case', () => {
    const together = ratioOverCases([sides(1.1), sides(1.2), sides(1.1 * 1.2)]);
    expect(together?.ratio).toBeCloseTo((1.1 * 1.2) ** (2 / 3), 9);
    expect(ratioOverCases([sides(1.1)])?.interval?.low).toBeLessThan(1);
    expect(together?.interval?.low).toBeGreaterThan(1);
  });

  test('one case is the ratio of its medians', () => {
    const { values, baseline } = sides(1.1);
    expect(ratioOverCases([sides(1.1)])).toEqual(ratioOfMedians(values, baseline));
  });

  test('a case without a figure leaves none, one with two runs leaves no interval', () => {
    expect(ratioOverCases([sides(1.1), { values: [], baseline: [1] }])).toBeUndefined();
    expect(ratioOverCases([])).toBeUndefined();
    const few = { values: [1, 1], baseline: [1, 1] };
    expect(ratioOverCases([sides(1), few])).toMatchObject({ interval: undefined });
  });
});
