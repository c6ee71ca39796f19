import type { Check, Verdict } from './check.ts';

/** A measured figure whose true value is known. */
export interface KnownFigure {
  readonly what: string;
  readonly measured: number | null;
  readonly truth: number;
  /** The largest error that is accepted, in the unit of the figure. */
  readonly tolerance: number;
  /** The tolerance in words. */
  readonly bound: string;
  readonly format: (value: number) => string;
  /** The verdict when the error is larger. */
  readonly otherwise: Extract<Verdict, 'warn' | 'fail'>;
}

/** Whether a figure is within the tolerance, and its error. */
export function toleranceCheck(figure: KnownFigure): Check {
  const { what, measured, truth, tolerance, bound, format, otherwise } = figure;
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
