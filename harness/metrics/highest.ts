/** The highest of what is known; null when nothing is. */
export function highest(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (peak, value) => (value === null ? peak : Math.max(peak ?? value, value)),
    null,
  );
}
