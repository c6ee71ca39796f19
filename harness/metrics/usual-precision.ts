import type { Metric, Unit } from '../model/metric.ts';

/**
 * The half-width of the 95 % interval at which a figure counts as settled, as a share of it. Runs of a program differ by
 * little in memory, and by ten times as much in anything that takes time.
 */
export const USUAL_PRECISION: Readonly<Record<Unit, number>> = {
  byte: 0.02,
  'byte/task': 0.02,
  second: 0.1,
  '1/second': 0.1,
  '1': 0.1,
};

export function usualPrecision({ unit }: Pick<Metric, 'unit'>): number {
  return USUAL_PRECISION[unit];
}
