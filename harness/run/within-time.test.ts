import { expect, test } from 'vitest';
import { withinTime } from './within-time.ts';

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

test('a value that comes in time leaves no timer behind', async () => {
  const before = timers();
  expect(await withinTime(Promise.resolve('here'), 60_000)).toBe('here');
  expect(timers()).toBe(before);
});

test('an error that comes in time is thrown, and leaves no timer behind', async () => {
  const before = timers();
  await expect(withinTime(Promise.reject(new Error('no')), 60_000)).rejects.toThrow('no');
  expect(timers()).toBe(before);
});

test('what does not come is not waited for', async () => {
  expect(await withinTime(new Promise(() => {}), 1)).toBeUndefined();
});
