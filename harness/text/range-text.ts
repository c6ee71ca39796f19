/** ` (4.37–4.46)`: what an interval adds to its estimate; nothing where there is none. */
export function rangeText(
  interval: { readonly low: number; readonly high: number } | undefined,
  format: (value: number) => string,
): string {
  return interval === undefined ? '' : ` (${format(interval.low)}–${format(interval.high)})`;
}
