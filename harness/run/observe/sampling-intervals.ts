import { quantileSorted } from 'simple-statistics';
import type { Sample } from '../../kernel/reading.ts';
import type { SamplingIntervals } from '../../metrics/measured-run.ts';

/** Computes percentiles of the time between samples; null with fewer than two samples. */
export function samplingIntervals(samples: readonly Sample[]): SamplingIntervals {
  const gaps = samples
    .slice(1)
    .map((sample, index) => sample.elapsedSeconds - (samples[index]?.elapsedSeconds ?? 0))
    .sort((a, b) => a - b);
  if (gaps.length === 0) return { p50Seconds: null, p99Seconds: null, maxSeconds: null };
  return {
    p50Seconds: quantileSorted(gaps, 0.5),
    p99Seconds: quantileSorted(gaps, 0.99),
    maxSeconds: gaps.at(-1) ?? null,
  };
}
