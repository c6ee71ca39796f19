import type { Check, Verdict } from './check.ts';

/** A measured value and the truth that it is held against. */
export interface Closeness {
  readonly what: string;
  readonly measured: number | null;
  readonly truth: number;
  /** Largest error that is still right, in the unit of the truth. */
  readonly tolerance: number;
  /** The same for people. */
  readonly bound: string;
  readonly format: (value: number) => string;
  /** What it means when the error is larger. */
  readonly otherwise: Extract<Verdict, 'warn' | 'fail'>;
}

/** Whether a figure is near enough to the truth, and how far it is from it. */
export function closenessCheck(closeness: Closeness): Check {
  const { what, measured, truth, tolerance, bound, format, otherwise } = closeness;
  if (measured === null || !Number.isFinite(measured)) {
    return { what, seen: 'no figure', bound, verdict: 'unknown' };
  }
  const error = measured - truth;
  return {
    what,
    seen: `${format(measured)}, error ${format(error)}`,
    bound,
    verdict: Math.abs(error) <= tolerance ? 'ok' : otherwise,
  };
}
