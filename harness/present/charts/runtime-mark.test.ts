import { expect, test } from 'vitest';
import { FAMILIES } from '../../model/family.ts';
import { THEMES } from './chart-style.ts';
import { runtimeMark } from './runtime-mark.ts';

test.each([THEMES.light, THEMES.dark])(
  '$name: one colour a family, and twenty runtimes of it look different',
  (theme) => {
    const markOf = (hue: number, variant: number) =>
      runtimeMark({ id: '', label: '', name: '', hue, variant }, theme);
    const marks = Array.from({ length: 20 }, (_, variant) => markOf(0, variant));
    expect(new Set(marks.map(({ symbol, dash }) => `${symbol} ${dash}`)).size).toBe(20);
    expect(new Set(marks.map(({ color }) => color)).size).toBe(1);
    expect(new Set(FAMILIES.map((_, hue) => markOf(hue, 0).color)).size).toBe(FAMILIES.length);
  },
);

test.each([THEMES.light, THEMES.dark])(
  '$name: every line stands out from the background',
  (theme) => {
    // WCAG 2.2, 1.4.11: graphics need a contrast of 3, text 4.5 (1.4.3).
    for (const color of [...theme.hues, theme.accent]) {
      expect(contrast(color, theme.background)).toBeGreaterThanOrEqual(3);
    }
    for (const color of [theme.ink, theme.muted]) {
      expect(contrast(color, theme.background)).toBeGreaterThanOrEqual(4.5);
    }
  },
);

function contrast(left: string, right: string): number {
  const [light = 0, dark = 0] = [luminance(left), luminance(right)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance (WCAG 2.2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
