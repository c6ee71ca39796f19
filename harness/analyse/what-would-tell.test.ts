import { expect, test } from 'vitest';
import { whatWouldTell } from './what-would-tell.ts';

test('an interval twice as wide as the gap needs four times the runs', () => {
  const ratio = Math.exp(0.02);
  const interval = { low: Math.exp(-0.02), high: Math.exp(0.06) };
  expect(whatWouldTell({ ratio, interval }, 6)).toEqual({
    moreRuns: 18,
    precision: expect.closeTo(0.02 / Math.SQRT2, 6),
  });
  const inverse = {
    ratio: 1 / ratio,
    interval: { low: 1 / interval.high, high: 1 / interval.low },
  };
  expect(whatWouldTell(inverse, 6)?.moreRuns).toBe(18);
});

test('what is apart needs nothing, and what is equal or without an interval no number of runs', () => {
  expect(whatWouldTell({ ratio: 2, interval: { low: 1.5, high: 3 } }, 6)).toBeUndefined();
  expect(whatWouldTell({ ratio: 1, interval: { low: 0.9, high: 1.1 } }, 6)).toBeUndefined();
  expect(whatWouldTell({ ratio: 1.001, interval: { low: 0.5, high: 2 } }, 6)).toBeUndefined();
  expect(whatWouldTell({ ratio: 2, interval: undefined }, 2)).toBeUndefined();
});
