/** The highest of the known values; null when none is known. */
export function highest(values: readonly (number | null | undefined)[]): number | null {
  return values.reduce<number | null>(
    (peak, value) =>
      value === null || value === undefined ? peak : Math.max(peak ?? value, value),
    null,
  );
}
