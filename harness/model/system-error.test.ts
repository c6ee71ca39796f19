import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isSystemError } from './system-error.ts';

function errorOf(fail: () => unknown): unknown {
  try {
    fail();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('a file that is not there is one, of its own code', () => {
  const error = errorOf(() => readFileSync('/nowhere'));
  expect(isSystemError(error)).toBe(true);
  expect(isSystemError(error, 'EACCES', 'ENOENT')).toBe(true);
  expect(isSystemError(error, 'EACCES')).toBe(false);
});

test('a wrong argument is not, although it has a code', () => {
  const error = errorOf(() => Buffer.alloc(-1));
  expect(error).toHaveProperty('code', 'ERR_OUT_OF_RANGE');
  expect(isSystemError(error)).toBe(false);
  expect(isSystemError('ENOENT')).toBe(false);
});
