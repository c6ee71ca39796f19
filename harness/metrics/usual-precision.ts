import type { Unit } from '../model/metric.ts';

/**
 * How near the bounds of a figure's interval must be to its median, relative to it, unless the user asks for another
 * precision. Memory repeats within a few percent; the rates and times of short phases vary by 10 % and more.
 */
export const usualPrecision: Readonly<Record<Unit, number>> = {
  byte: 0.02,
  'byte/task': 0.02,
  second: 0.1,
  '1/second': 0.1,
  '1': 0.02,
};
