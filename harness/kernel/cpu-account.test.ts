import { expect, test } from 'vitest';
import type { ControlGroup } from './control-group.ts';
import { cpuAccount, cpuSecondsIn } from './cpu-account.ts';
import type { ProcessMonitor } from './instrument.ts';

test('a control group counts nanoseconds in version 1, and microseconds in version 2', () => {
  expect(cpuSecondsIn(1, '1234567890\n')).toBe(1.23456789);
  expect(cpuSecondsIn(2, 'usage_usec 1234567\nuser_usec 1000000\n')).toBe(1.234567);
  expect(cpuSecondsIn(2, 'nr_periods 0\n')).toBeUndefined();
  expect(cpuSecondsIn(1, undefined)).toBeUndefined();
});

test("the group's account goes before that of the threads, and there may be neither", () => {
  const groupWith = (seconds: number | undefined) =>
    ({ cpuSeconds: () => seconds }) as unknown as ControlGroup;
  const processesWith = (seconds: number | undefined) =>
    ({ cpuSeconds: () => seconds }) as ProcessMonitor;
  expect(cpuAccount(groupWith(2), processesWith(1))()).toEqual({ source: 'cgroup', seconds: 2 });
  const ofThreads = { source: 'schedstat', seconds: 1 };
  expect(cpuAccount(groupWith(undefined), processesWith(1))()).toEqual(ofThreads);
  expect(cpuAccount(undefined, processesWith(1))()).toEqual(ofThreads);
  expect(cpuAccount(undefined, processesWith(undefined))()).toBeUndefined();
});
