import { describe, expect, test } from 'vitest';
import { measuredRunWith, readingAfter, sampledRunWith, sampleOf } from './measured-run.fixture.ts';
import type { MeasuredRun } from './measured-run.ts';
import { peakMemory, peakSource } from './peak-memory.ts';

function peakOf(changes: Partial<MeasuredRun>) {
  const run = measuredRunWith(changes);
  return [peakMemory.peak_rss_bytes.of(run), peakSource.peak_source.of(run)];
}

const ready = readingAfter(0.1, 'ready', { rssBytes: 10, peakRssBytes: 12 });
const last = readingAfter(1, 'finished', { rssBytes: 20, peakRssBytes: 50 });

describe("one process: the kernel's mark at the last checkpoint is exact", () => {
  test('whatever the curve saw', () => {
    const observed = sampledRunWith({ curve: [sampleOf(60)] });
    expect(peakOf({ readings: [ready, last], observed })).toEqual([50, 'vmhwm']);
  });

  test('an earlier reading that is higher was the peak: the mark may lag', () => {
    const higher = readingAfter(0.5, 'parked', { rssBytes: 51, peakRssBytes: 49 });
    expect(peakOf({ readings: [ready, higher, last] })).toEqual([51, 'vmhwm']);
  });

  test('so was a mark that a sample saw', () => {
    const observed = sampledRunWith({ sampled: { processes: 1, peakRssBytes: 52 } });
    expect(peakOf({ readings: [ready, last], observed })).toEqual([52, 'vmhwm']);
  });
});

const noneEnded = {
  count: 1,
  largestPeakRssBytes: 0,
  userCpuSeconds: 0,
  systemCpuSeconds: 0,
  haveWaitedForChildren: false,
};

describe('one process without a last checkpoint: the mark at its end is exact', () => {
  test('whatever was seen before', () => {
    const observed = sampledRunWith({ curve: [sampleOf(60)] });
    const endedProcesses = { ...noneEnded, largestPeakRssBytes: 64 };
    expect(peakOf({ readings: [], observed, endedProcesses })).toEqual([64, 'maxrss']);
  });

  test('the mark at the last checkpoint is of the work, and goes before it', () => {
    const endedProcesses = { ...noneEnded, largestPeakRssBytes: 64 };
    expect(peakOf({ readings: [ready, last], endedProcesses })).toEqual([50, 'vmhwm']);
  });
});

describe('several processes in a control group', () => {
  const charged = { chargedBytes: 1_000, kernelBytes: 100, pageCacheBytes: 50 };
  const sampled = { processes: 2, peakRssBytes: 9_000, largestFileRssBytes: 30 };
  const observed = sampledRunWith({ charged, sampled });

  test("its peak, without the kernel's memory and page cache, with the largest file pages", () => {
    expect(peakOf({ readings: [ready, last], observed })).toEqual([880, 'cgroup']);
  });

  test.each([
    ['a child that was waited for', { haveWaitedForChildren: true }],
    ['a process that was left', { count: 2 }],
  ])('are known by %s, though nobody saw two at once', (_, changes) => {
    const alone = sampledRunWith({ charged, sampled: { ...sampled, processes: 1 } });
    const endedProcesses = { ...noneEnded, ...changes };
    expect(peakOf({ readings: [ready, last], observed: alone, endedProcesses })).toEqual([
      880,
      'cgroup',
    ]);
  });

  test('never less than the largest of them had alone', () => {
    const endedProcesses = { ...noneEnded, count: 2, largestPeakRssBytes: 900 };
    expect(peakOf({ readings: [], observed, endedProcesses })).toEqual([900, 'cgroup']);
  });
});

describe('several processes without a control group: a lower bound', () => {
  test('is the largest of them, or all together when that was seen; never a sum of marks', () => {
    const sampled = { processes: 2, peakRssBytes: 900, largestPeakRssBytes: 300 };
    const seen = sampledRunWith({ sampled, highestPssBytes: 400 });
    const endedProcesses = { ...noneEnded, count: 2, largestPeakRssBytes: 350 };
    const run = { readings: [ready, last], endedProcesses };
    expect(peakOf({ ...run, observed: seen })).toEqual([400, 'several-at-least']);
    expect(peakOf({ ...run, observed: sampledRunWith({ sampled }) })).toEqual([
      350,
      'several-at-least',
    ]);
  });

  test('where the kernel does not tell its own memory apart, the group does not help', () => {
    const charged = { chargedBytes: 1_000, kernelBytes: null, pageCacheBytes: 50 };
    const sampled = { processes: 2, peakRssBytes: 900, largestPeakRssBytes: 300 };
    expect(peakOf({ observed: sampledRunWith({ charged, sampled }) })).toEqual([
      300,
      'several-at-least',
    ]);
  });
});

describe('no mark at a last checkpoint: the highest that was seen is a lower bound', () => {
  test('of a run that ended before it', () => {
    const observed = sampledRunWith({
      curve: [sampleOf(60)],
      sampled: { processes: 1, peakRssBytes: 58 },
    });
    expect(peakOf({ readings: [ready], observed })).toEqual([60, 'polled']);
  });

  test('where the system has no mark', () => {
    const unmarked = { ...last, peakRssBytes: null };
    const observed = sampledRunWith({ curve: [sampleOf(19)] });
    expect(peakOf({ readings: [unmarked], observed })).toEqual([20, 'polled']);
  });

  test('of a command that never spoke', () => {
    const observed = sampledRunWith({ curve: [sampleOf(30), sampleOf(31), sampleOf(29)] });
    expect(peakOf({ readings: [], observed })).toEqual([31, 'polled']);
  });
});

test('of a run that was never seen nothing is known, and there is no source', () => {
  expect(peakOf({ readings: [], observed: sampledRunWith() })).toEqual([null, null]);
  expect(peakOf({ readings: [], observed: undefined })).toEqual([null, null]);
});
