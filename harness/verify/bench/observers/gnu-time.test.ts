import { expect, test } from 'vitest';
import { parseMaximumResident } from './gnu-time.ts';

test.each([
  ['1540\n', 1540 * 1024],
  ['Command exited with non-zero status 3\n1540\n', 1540 * 1024],
  ['Command terminated by signal 9\n1540\n', 1540 * 1024],
])('%j', (output, bytes) => {
  expect(parseMaximumResident(output)).toBe(bytes);
});

test.each(['', '\n', 'time: cannot run nothing: No such file or directory\n'])(
  '%j holds no figure',
  (output) => {
    expect(parseMaximumResident(output)).toBeUndefined();
  },
);
