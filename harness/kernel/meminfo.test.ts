import { expect, test } from 'vitest';
import { meminfoBytes } from './meminfo.ts';

test('kilobytes become bytes', () => {
  expect(meminfoBytes('MemTotal:  10 kB\nMemAvailable:   2 kB\n', 'MemAvailable')).toBe(2048);
});
