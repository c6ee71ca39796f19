import { expect, test } from 'vitest';
import { parseProcStat } from './proc-stat.ts';
import { sumCpuSeconds } from './thread-times.ts';

/** The numbers of ticks in user mode and in the kernel, and the same of the children that were waited for. */
function statOf(...ticks: [number, number, number, number]) {
  return parseProcStat(`7 (node) S 1 7 7 0 -1 0 0 0 0 0 ${ticks.join(' ')} 20 0 3 0 12345`);
}

test('living threads are added up in nanoseconds, however few ticks they had', () => {
  const schedstats = ['1500000001 0 3\n', '250000000 7 9\n'];
  expect(sumCpuSeconds(schedstats, statOf(120, 54, 0, 0))).toBe(1.750000001);
});

test('what ended threads used is not lost: then the ticks are more', () => {
  expect(sumCpuSeconds(['1500000001 0 3\n'], statOf(200, 50, 0, 0))).toBe(2.5);
});

test('children that were waited for are added, and a kernel without schedstat has ticks', () => {
  expect(sumCpuSeconds(['1500000000 0 3\n'], statOf(0, 0, 20, 5))).toBe(1.75);
  expect(sumCpuSeconds([], statOf(3, 4, 0, 0))).toBe(0.07);
});
