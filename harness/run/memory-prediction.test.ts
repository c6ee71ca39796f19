import { expect, test } from 'vitest';
import { predictBytes, refuseForMemory } from './memory-prediction.ts';

test('base and cost of a task are taken from the largest size that was seen', () => {
  const seen = [
    { tasks: 10_000, peakBytes: 60e6, readyBytes: 30e6 },
    { tasks: 100_000, peakBytes: 150e6, readyBytes: 50e6 },
    { tasks: 1, peakBytes: 30e6, readyBytes: 30e6 },
  ];
  expect(predictBytes(1_000_000, seen)).toBe(50e6 + 1e9);
  expect(predictBytes(10_000, seen)).toBe(50e6 + 1e7);
});

test('nothing seen, or too few tasks to tell: a guess for each task', () => {
  expect(predictBytes(1_000_000, [])).toBe(3e9);
  expect(predictBytes(1_000_000, [{ tasks: 1, peakBytes: 40e6, readyBytes: 40e6 }])).toBe(3e9);
});

test('a run that would need over 85 % of what is available is refused, with both numbers', () => {
  expect(refuseForMemory(1_000_000, [], 4e9)).toBeUndefined();
  expect(refuseForMemory(1_000_000, [], 3.5e9)).toEqual({
    status: 'skipped-memory',
    detail: 'it would need about 3000000000 bytes, and 3500000000 are available',
  });
});

test('a run that the kernel would end at its limit needs no more than that', () => {
  expect(refuseForMemory(1_000_000, [], 1e9)?.status).toBe('skipped-memory');
  expect(refuseForMemory(1_000_000, [], 1e9, 5e8)).toBeUndefined();
  expect(refuseForMemory(1_000_000, [], 1e9, 9e8)?.status).toBe('skipped-memory');
});
