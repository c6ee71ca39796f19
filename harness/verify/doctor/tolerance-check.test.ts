import { expect, test } from 'vitest';
import { toleranceCheck } from './tolerance-check.ts';

/** The verdict on a measured value where 100 would be right and 5 is allowed. */
function check(measured: number | null, otherwise: 'warn' | 'fail' = 'fail') {
  return toleranceCheck({
    what: 'it',
    measured,
    truth: 100,
    tolerance: 5,
    bound: 'within 5',
    format: (value) => `${value} B`,
    otherwise,
  });
}

test.each([
  [100, 'ok'],
  [105, 'ok'],
  [95, 'ok'],
  [106, 'fail'],
  [-100, 'fail'],
  [null, 'unknown'],
  [Number.NaN, 'unknown'],
  [Number.POSITIVE_INFINITY, 'unknown'],
] as const)('%s is %s', (measured, verdict) => {
  expect(check(measured).verdict).toBe(verdict);
});

test('it says how far off, and how bad that is', () => {
  expect(check(90, 'warn')).toMatchObject({ seen: '90 B, error -10 B', verdict: 'warn' });
});
