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

describe('several processes: the sum of their marks is an upper bound', () => {
  test('when a checkpoint saw them', () => {
    const two = readingAfter(0.5, 'parked', { rssBytes: 40, peakRssBytes: 55, processes: 2 });
    expect(peakOf({ readings: [ready, two, last] })).toEqual([55, 'vmhwm-sum']);
  });

  test('when only a sample saw them; its sum of marks, of another moment, does not count', () => {
    const observed = sampledRunWith({ sampled: { processes: 2, peakRssBytes: 70 } });
    expect(peakOf({ readings: [ready, last], observed })).toEqual([50, 'vmhwm-sum']);
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
