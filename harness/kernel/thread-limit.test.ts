import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ThreadBounds, threadLimit, tightestOf } from './thread-limit.ts';

const LIMITS =
  'Max cpu time              unlimited            unlimited            seconds\n' +
  'Max processes             7000                 96365                processes\n';

test('threads are bounded by what is sensible where nothing is known, or allows more', () => {
  const sensible = { tasks: 10_000, reason: 'each task is a thread of the operating system' };
  expect(tightestOf({})).toEqual(sensible);
  expect(
    tightestOf({
      pidMax: '4194304\n',
      threadsMax: '192730\n',
      maxMapCount: '65530\n',
      ownLimits: LIMITS.replace('7000 ', 'unlimited'),
      groups: ['max\n', undefined],
    }),
  ).toEqual(sensible);
});

test.each<[string, ThreadBounds, number]>([
  ['kernel.pid_max', { pidMax: '8192\n' }, 6_192],
  ['kernel.threads-max', { threadsMax: '9000\n' }, 7_000],
  ['vm.max_map_count', { maxMapCount: '20000\n' }, 8_000],
  ['the limit of processes (ulimit -u)', { ownLimits: LIMITS }, 5_000],
  ['pids.max of the control group', { groups: [undefined, 'max\n', '5000\n', '6000\n'] }, 3_000],
  ['pids.max of the control group', { groups: ['100\n'] }, 1],
])('or by %s, where that allows less', (name, bounds, tasks) => {
  const limit = tightestOf({ pidMax: '4194304\n', ...bounds });
  expect(limit.tasks).toBe(tasks);
  expect(limit.reason).toContain(`, and ${name} is `);
});

test('the limit of processes does not bind root', () => {
  expect(tightestOf({ ownLimits: LIMITS, isRoot: true }).tasks).toBe(10_000);
});

test.skipIf(process.platform !== 'linux')('never more than the kernel has numbers for', () => {
  const pidMax = Number(readFileSync('/proc/sys/kernel/pid_max', 'utf8'));
  expect(threadLimit().tasks).toBeGreaterThan(0);
  expect(threadLimit().tasks).toBeLessThan(pidMax);
});
