/** A signed change: `+0.03 %`. */
export function signedPercent(value: number | null, digits: number): string {
  if (value === null) return '—';
  return `${value > 0 ? '+' : ''}${(value * 100).toFixed(digits)} %`;
}

/** Of one CPU. */
export function share(value: number | null): string {
  return value === null ? '—' : `${(value * 100).toFixed(1)} %`;
}

/** An observer with its version, where it has one. */
export function titleOf({
  observer,
  version,
}: {
  readonly observer: string;
  readonly version: string | null;
}): string {
  return version === null ? observer : `${observer} ${version}`;
}
