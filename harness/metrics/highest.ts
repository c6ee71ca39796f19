/** The highest known value; null when all are unknown. */
export function highest(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (peak, value) => (value === null ? peak : Math.max(peak ?? value, value)),
    null,
  );
}
