import type { Sample } from '../kernel/reading.ts';

/** Points of a curve in samples.csv: enough to draw, few enough to commit. */
export const POINTS_A_CURVE = 200;

/**
 * Thins a curve to at most 200 samples: cut into equal stretches, each gives its highest sample, and the first and
 * last sample stay. So the highest of all is always among them, at its own time.
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
