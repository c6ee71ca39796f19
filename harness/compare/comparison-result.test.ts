import { expect, test } from 'vitest';
import { comparisonStatus } from './comparison-result.ts';

const fine = { isInterrupted: false, isAllOk: true, isElsewhere: false };

test.each([
  ['ok', {}],
  ['tables-elsewhere', { isElsewhere: true }],
  ['some-run-failed', { isAllOk: false }],
  ['some-run-failed', { isAllOk: false, isElsewhere: true }],
  ['interrupted', { isInterrupted: true }],
  ['interrupted', { isInterrupted: true, isAllOk: false, isElsewhere: true }],
])('%s: %j', (status, changes) => {
  expect(comparisonStatus({ ...fine, ...changes })).toBe(status);
});
