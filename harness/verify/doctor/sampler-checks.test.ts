import { expect, test } from 'vitest';
import { costCheck, paceCheck } from './sampler-checks.ts';

/** What was seen of a run whose sampler kept this pace. */
function observed(gapSeconds: number | null, worstLateness: number) {
  return {
    curve: [],
    sampling: { p50Seconds: gapSeconds, p99Seconds: gapSeconds, maxSeconds: gapSeconds },
    sampled: {
      processes: 1,
      peakRssBytes: 1,
      largestPeakRssBytes: null,
      largestFileRssBytes: null,
      cpuSeconds: 0,
      worstLateness,
    },
  };
}

test.each([
  [0.08, 1.1, 'ok'],
  [0.08, 5, 'ok'],
  [0.08, 5.1, 'warn'],
  [null, 0, 'unknown'],
] as const)('gaps of %s s, late %s times: %s', (gapSeconds, lateness, verdict) => {
  expect(paceCheck('it', observed(gapSeconds, lateness)).verdict).toBe(verdict);
});

test('a run that was not observed tells nothing', () => {
  expect(paceCheck('it', undefined).verdict).toBe('unknown');
});

test.each([
  [0.01, 'ok'],
  [0.03, 'ok'],
  [-0.01, 'ok'],
  [0.04, 'warn'],
] as const)('%s s of CPU in 3 s: %s', (cpuSeconds, verdict) => {
  expect(costCheck('it', cpuSeconds).verdict).toBe(verdict);
});
