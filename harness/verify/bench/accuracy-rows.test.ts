import { expect, test } from 'vitest';
import { accuracyRow } from './accuracy-rows.ts';
import type { Observation } from './observer.ts';

const observer = { id: 'someone', version: '1.0' };
const known = { id: 'steady', truthBytes: 1000 };

function observation(peakBytes: number | null, rest: Partial<Observation> = {}): Observation {
  return {
    peakBytes,
    figure: peakBytes === null ? 'none' : 'vmhwm',
    samplesPerSecond: null,
    observedTime: { seconds: 2, observerCpuSeconds: 0.02 },
    said: new Map(),
    ...rest,
  };
}

test('errors are net of the empty child, signed, and the worst is the one furthest from 0', () => {
  const empty = [observation(90), observation(110)];
  const full = [observation(1100), observation(1110), observation(900)];
  expect(accuracyRow({ observer, known, empty, full }, 'here')).toMatchObject({
    empty_bytes: 100,
    error_median: 0,
    error_worst: expect.closeTo(-0.2),
    runs: 3,
    failed_runs: 0,
    figure: 'vmhwm',
  });
});

test('CPU is that of all runs over the time of all runs', () => {
  const observedTime = { seconds: 1, observerCpuSeconds: 0.07 };
  const full = [observation(1000), observation(1000, { observedTime })];
  const row = accuracyRow({ observer, known, empty: [], full }, 'here');
  expect(row.cpu_share).toBeCloseTo(0.03);
});

test('a run that failed is counted, and is not 0', () => {
  const full = [observation(1000), undefined];
  const row = accuracyRow({ observer, known, empty: [observation(0)], full }, 'here');
  expect(row).toMatchObject({ runs: 1, failed_runs: 1, error_median: 0, error_worst: 0 });
});

test('an observer without a figure has no error', () => {
  const row = accuracyRow(
    { observer, known, empty: [observation(null)], full: [observation(null)] },
    'here',
  );
  expect(row).toMatchObject({ figure: 'none', runs: 0, error_median: null, error_worst: null });
});
