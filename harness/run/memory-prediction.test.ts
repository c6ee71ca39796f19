import { expect, test } from 'vitest';
import { fits, predictMemory, refusal } from './memory-prediction.ts';

test('base and cost of a task are taken from the largest size that was seen', () => {
  const seen = [
    { tasks: 10_000, peakBytes: 60e6, readyBytes: 30e6 },
    { tasks: 100_000, peakBytes: 150e6, readyBytes: 50e6 },
    { tasks: 1, peakBytes: 30e6, readyBytes: 30e6 },
  ];
  expect(predictMemory(1_000_000, seen)).toEqual({ bytes: 50e6 + 1e9, fromTasks: 100_000 });
  expect(predictMemory(10_000, seen).bytes).toBe(50e6 + 1e7);
});

test('nothing seen, or too few tasks to tell: a guess for each task', () => {
  const guess = { bytes: 1e10, fromTasks: undefined };
  expect(predictMemory(1_000_000, [])).toEqual(guess);
  expect(predictMemory(1_000_000, [{ tasks: 1, peakBytes: 40e6, readyBytes: 40e6 }])).toEqual(
    guess,
  );
});

test('a run that needs over 85 % of what is available does not fit, and is refused with both numbers', () => {
  const prediction = { bytes: 3e9, fromTasks: 100_000 };
  expect(fits(prediction, 4e9)).toBe(true);
  expect(fits(prediction, 3.5e9)).toBe(false);
  expect(refusal(prediction, 3.5e9)).toEqual({
    status: 'skipped-memory',
    detail: 'it would need about 3 GB, by its run with 100,000 tasks; 3.5 GB are available',
  });
});

test('a run that the kernel would end at its limit needs no more than that', () => {
  const prediction = { bytes: 3e9, fromTasks: undefined };
  expect(fits(prediction, 1e9)).toBe(false);
  expect(fits(prediction, 1e9, 5e8)).toBe(true);
  expect(fits(prediction, 1e9, 9e8)).toBe(false);
});
