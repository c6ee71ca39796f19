import { expect, test } from 'vitest';
import { isAllOk, isComplete, lastStatuses } from './completeness.ts';

const run = (position: number, status: 'ok' | 'not-concurrent' | 'crashed' | 'interrupted') => ({
  position,
  status,
});

test('a run that was repeated with a longer sleep counts once, by its last attempt', () => {
  const statuses = lastStatuses([run(1, 'not-concurrent'), run(1, 'ok'), run(2, 'ok')]);
  expect([...statuses]).toEqual([
    [1, 'ok'],
    [2, 'ok'],
  ]);
  expect(isAllOk(statuses)).toBe(true);
  expect(isComplete(statuses, 2, false)).toBe(true);
  expect(isComplete(statuses, 3, false)).toBe(false);
});

test('a failed run completes a comparison, and makes it not all ok', () => {
  const statuses = lastStatuses([run(1, 'ok'), run(2, 'crashed')]);
  expect(isComplete(statuses, 2, false)).toBe(true);
  expect(isAllOk(statuses)).toBe(false);
});

test('one that the user stopped is not complete, not even in its last run', () => {
  expect(isComplete(lastStatuses([run(1, 'ok'), run(2, 'interrupted')]), 2, true)).toBe(false);
  expect(isComplete(lastStatuses([run(1, 'ok'), run(2, 'ok')]), 2, true)).toBe(false);
});
