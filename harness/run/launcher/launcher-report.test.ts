import { expect, test } from 'vitest';
import { parseLauncherReport } from './launcher-report.ts';

test('a program that started, in a control group or not', () => {
  expect(parseLauncherReport('started 42 1 1024354026975')).toEqual({
    event: 'started',
    pid: 42,
    isInGroup: true,
    nanoseconds: 1024354026975n,
  });
  expect(parseLauncherReport('started 42 0 1')).toMatchObject({ isInGroup: false });
});

test('a program that could not be started has the name of the error', () => {
  expect(parseLauncherReport('failed 2')).toEqual({ event: 'failed', error: 'ENOENT' });
});

test('a process that exited', () => {
  expect(parseLauncherReport('ended 42 7 0 2128 1500000 250000 12 99')).toEqual({
    event: 'ended',
    process: {
      pid: 42,
      exitCode: 7,
      signal: null,
      peakRssBytes: 2128 * 1024,
      userCpuSeconds: 1.5,
      systemCpuSeconds: 0.25,
      hasWaitedForChildren: true,
      nanoseconds: 99n,
    },
  });
});

test.each([
  [11, 'SIGSEGV'],
  [9, 'SIGKILL'],
  [40, 'signal 40'],
])('signal %i is %s', (number, name) => {
  expect(parseLauncherReport(`ended 42 -1 ${number} 100 0 0 0 1`)).toMatchObject({
    process: { exitCode: null, signal: name, hasWaitedForChildren: false },
  });
});

test('anything else is a mistake of ours', () => {
  expect(() => parseLauncherReport('hello')).toThrow('the launcher said "hello"');
});
