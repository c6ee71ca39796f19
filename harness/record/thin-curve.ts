import type { Sample } from '../kernel/reading.ts';

/** The maximum number of points of a curve in samples.csv: enough for a chart, few enough to commit. */
export const POINTS_A_CURVE = 200;

/**
 * Thins a curve to at most 200 samples. Keeps the first and the last sample, and the highest sample of each of 198 equal
 * stretches between them, so the peak is always kept at its time.
 */
export function thinCurve(curve: readonly Sample[]): readonly Sample[] {
  if (curve.length <= POINTS_A_CURVE) return curve;
  const inner = curve.slice(1, -1);
  const stretches = POINTS_A_CURVE - 2;
  const kept = Array.from({ length: stretches }, (_, index) => {
    const from = Math.floor((index * inner.length) / stretches);
    const to = Math.floor(((index + 1) * inner.length) / stretches);
    return inner
      .slice(from, to)
      .reduce((highest, sample) => (sample.rssBytes > highest.rssBytes ? sample : highest));
  });
  return [...curve.slice(0, 1), ...kept, ...curve.slice(-1)];
}
