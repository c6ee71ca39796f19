import type { AccuracyRow } from './tables/accuracy.ts';

/** The largest error of the harness's own figures, whatever its sign; undefined without a bench. */
export function largestOwnError(accuracy: readonly AccuracyRow[]): number | undefined {
  const errors = accuracy.flatMap(({ observer, error_worst }) =>
    observer === 'tasktax' && error_worst !== null ? [Math.abs(error_worst)] : [],
  );
  return errors.length === 0 ? undefined : Math.max(...errors);
}
