import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { threadLimit } from './thread-limit.ts';

test('threads are bounded by what is sensible, or by less where the machine allows less', () => {
  const { tasks, reason } = threadLimit();
  expect(tasks).toBeGreaterThan(0);
  expect(tasks).toBeLessThanOrEqual(10_000);
  expect(reason).toMatch(/^each task is a thread of the operating system/);
});

test.skipIf(process.platform !== 'linux')('never more than the kernel has numbers for', () => {
  const pidMax = Number(readFileSync('/proc/sys/kernel/pid_max', 'utf8'));
  expect(threadLimit().tasks).toBeLessThan(pidMax);
});
