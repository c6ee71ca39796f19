import { expect, test } from 'vitest';
import { oneProcess } from '../kernel/counters.fixture.ts';
import type { MemoryLimit } from './memory-limit.ts';
import { watchMemory } from './memory-watchdog.ts';

const byHarness: MemoryLimit = { by: 'harness', bytes: 100, reason: 'a test' };

function sample(rssBytes: number, processes = 1) {
  return {
    rssBytes,
    processes,
    peakRssBytes: null,
    largestPeakRssBytes: null,
    largestFileRssBytes: null,
    threads: null,
    cpuSeconds: null,
  };
}

const noWalk = () => Promise.reject(new Error('no walk is needed'));

test('one process over the limit is enough, at the first sample', async () => {
  const watchdog = watchMemory(byHarness);
  await watchdog.check(sample(100), noWalk);
  expect(watchdog.signal.aborted).toBe(false);
  await watchdog.check(sample(101), noWalk);
  expect(watchdog.signal.aborted).toBe(true);
  expect(watchdog.isExceeded([])).toBe(true);
});

test('of several processes, shared memory counts once: the walk decides, and is made seldom', async () => {
  const watchdog = watchMemory(byHarness);
  let walks = 0;
  const walk = (pssBytes: number) => async () => {
    walks += 1;
    return { ...oneProcess, processes: 2, pssBytes };
  };
  await watchdog.check(sample(200, 2), walk(90));
  await watchdog.check(sample(209, 2), walk(101)); // within 5 % of what was cleared
  expect([walks, watchdog.signal.aborted]).toEqual([1, false]);
  await watchdog.check(sample(211, 2), walk(101));
  expect([walks, watchdog.signal.aborted]).toEqual([2, true]);
});

test('a high-water mark at a checkpoint that no sample saw is over the limit too', () => {
  const reading = {
    ...oneProcess,
    checkpoint: 'parked',
    elapsedSeconds: 1,
    releasedSeconds: 1,
    facts: {},
    rssBytes: 50,
  };
  const watchdog = watchMemory(byHarness);
  expect(watchdog.isExceeded([{ ...reading, peakRssBytes: 101 }])).toBe(true);
  expect(watchdog.isExceeded([{ ...reading, peakRssBytes: 100 }])).toBe(false);
});

test('a limit that the kernel keeps, or none, never fires', async () => {
  const place = { version: 2, folder: '/' } as const;
  for (const limit of [undefined, { by: 'kernel', bytes: 100, place } as const]) {
    const watchdog = watchMemory(limit);
    await watchdog.check(sample(1e12), noWalk);
    expect(watchdog.signal.aborted).toBe(false);
  }
});
