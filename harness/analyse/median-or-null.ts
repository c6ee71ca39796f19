import { median } from 'simple-statistics';

/** The median; null of nothing, which is unknown and not 0. */
export function medianOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : median([...values]);
}
