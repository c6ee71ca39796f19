/** The highest of what is known; null when nothing is. */
export function highest(values: readonly (number | null | undefined)[]): number | null {
  return values.reduce<number | null>(
    (peak, value) =>
      value === null || value === undefined ? peak : Math.max(peak ?? value, value),
    null,
  );
}
