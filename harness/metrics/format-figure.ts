import type { Unit } from '../model/metric.ts';
import {
  BYTES,
  formatBoth,
  formatBytes,
  formatBytesPerTask,
  formatCount,
  formatDuration,
  formatEstimate,
  formatRate,
  PLAIN,
  RATES,
  type Scale,
} from '../text/quantity.ts';

/** How a figure of each unit is written for people. */
export const formatFigure: Readonly<Record<Unit, (value: number) => string>> = {
  byte: formatBytes,
  'byte/task': formatBytesPerTask,
  second: formatDuration,
  '1/second': formatRate,
  '1': formatCount,
};

/** The units in which figures are written together. */
const SCALES: Readonly<Record<Unit, Scale>> = {
  byte: BYTES,
  'byte/task': [[1, 'B']],
  second: [
    [1, 's'],
    [1e-3, 'ms'],
  ],
  '1/second': RATES,
  '1': PLAIN,
};

/** `931 MB (928–934)`: a figure with the bounds of its interval; without an interval, the figure alone. */
export function formatWithInterval(
  unit: Unit,
  value: number,
  low: number | null,
  high: number | null,
): string {
  if (low === null || high === null) return formatFigure[unit](value);
  return formatEstimate(value, { low, high }, SCALES[unit]);
}

/** `165 and 347 MB`: two figures with a word between them. */
export function formatTwo(unit: Unit, low: number, high: number, between: string): string {
  return formatBoth(low, high, between, SCALES[unit]);
}
