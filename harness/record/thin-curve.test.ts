import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POINTS_A_CURVE, thinCurve } from './thin-curve.ts';

test('at most 200 points, in order, first, last and highest among them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 3_000, size: 'max' }), (sizes) => {
      const curve = sizes.map((rssBytes, index) => ({
        elapsedSeconds: index / 50,
        rssBytes,
        threads: null,
      }));
      const thin = thinCurve(curve);
      expect(thin.length).toBe(Math.min(curve.length, POINTS_A_CURVE));
      expect(thin[0]).toBe(curve[0]);
      expect(thin.at(-1)).toBe(curve.at(-1));
      expect(Math.max(...thin.map((sample) => sample.rssBytes))).toBe(Math.max(...sizes));
      const times = thin.map((sample) => sample.elapsedSeconds);
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    }),
  );
});
