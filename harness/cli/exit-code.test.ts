import { expect, test } from 'vitest';
import type { ComparisonStatus } from '../compare/comparison-result.ts';
import { exitCodeOf } from './exit-code.ts';

const made = (isInterrupted: boolean, ...statuses: readonly ComparisonStatus[]) =>
  exitCodeOf({ comparisons: statuses.map((status) => ({ status, path: '/' })), isInterrupted });

test('0 only when all comparisons are ok', () => {
  expect(made(false, 'ok', 'ok')).toBe(0);
  expect(made(false, 'ok', 'some-run-failed')).toBe(1);
  expect(made(false, 'tables-elsewhere', 'ok')).toBe(1);
});

test('130 after Ctrl-C, even when it came between two comparisons', () => {
  expect(made(true, 'ok')).toBe(130);
  expect(made(true, 'some-run-failed', 'interrupted')).toBe(130);
});
