import { expect, test } from 'vitest';
import { isAlive, processIdentity } from './process-identity.ts';

test('this process lives', () => {
  expect(isAlive(processIdentity(process.pid))).toBe(true);
});

test('a process that has taken the number of another is not that other', () => {
  expect(isAlive(`${process.pid}@0.01`)).toBe(false);
});

test('a number that nobody has is nobody', () => {
  expect(isAlive('4194305@1')).toBe(false);
});
