import { expect, test } from 'vitest';
// @ts-expect-error: a program, which has no types
import { countLateness, lateness } from '../../workloads/js/lateness.mjs';

test('100 ms too late reads 100 ms ± 5, of a few tasks and of the last', () => {
  expect(lateness()).toEqual({});
  for (let task = 0; task < 980; task += 1) countLateness(-0.001);
  for (let task = 0; task < 15; task += 1) countLateness(0.1);
  for (let task = 0; task < 5; task += 1) countLateness(8);
  const { lateness_p50, lateness_p99, lateness_max } = lateness();
  expect(lateness_p50).toBeLessThan(2e-6);
  expect(Math.abs(lateness_p99 - 0.1)).toBeLessThan(0.005);
  expect(Math.abs(lateness_max - 8)).toBeLessThan(0.4);
});
