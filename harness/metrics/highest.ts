/** The highest known value; null when all are unknown. */
export function highest(values: readonly (number | null | undefined)[]): number | null {
  return values.reduce<number | null>(
    (peak, value) =>
      value === null || value === undefined ? peak : Math.max(peak ?? value, value),
    null,
  );
}
