import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

test('labels with room stay where they are', () => {
  expect(spreadLabels([90, 10, 50], 12, [0, 100])).toEqual([90, 10, 50]);
});

test('labels that overlap stand around their common middle', () => {
  expect(spreadLabels([50, 50, 50], 10, [0, 100])).toEqual([40, 50, 60]);
});

test('a crowd at an end stays inside', () => {
  expect(spreadLabels([99, 98, 100], 10, [0, 100])).toEqual([90, 80, 100]);
});

test('none overlaps, the order stays, and all are inside where there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 20 }), (wanted) => {
      const places = spreadLabels(wanted, 14, [0, 300]);
      const sorted = [...places].sort((a, b) => a - b);
      for (const [index, place] of sorted.entries()) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(300);
        if (index > 0) expect(place - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9);
      }
      for (const [left, a] of wanted.entries())
        for (const [right, b] of wanted.entries())
          if (a < b) expect(places[left] ?? 0).toBeLessThan(places[right] ?? 0);
    }),
  );
});
