import type { AccuracyRow } from './tables/accuracy.ts';

/** A signed change: `+0.03 %`. */
export function signedPercent(value: number | null, digits: number): string {
  if (value === null) return '—';
  return `${value > 0 ? '+' : ''}${(value * 100).toFixed(digits)} %`;
}

/** The worst error of an observer about a program, and how often it had none to make. */
export function worstError(row: AccuracyRow | undefined): string {
  if (row === undefined || row.figure === 'none') return '—';
  const { runs, failed_runs: without, error_worst: worst } = row;
  if (runs === 0) return 'no figure';
  return signedPercent(worst, 2) + (without === 0 ? '' : ` (in ${runs} of ${runs + without})`);
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
