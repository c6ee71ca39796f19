import type { Unit } from '../model/metric.ts';
import { formatBytes, formatCount, formatDuration, formatRate } from '../text/quantity.ts';

/** How a figure of each unit is written for people. */
export const formatFigure: Readonly<Record<Unit, (value: number) => string>> = {
  byte: formatBytes,
  'byte/task': (bytes) => `${formatCount(Math.round(bytes))} B`,
  second: formatDuration,
  '1/second': formatRate,
  '1': formatCount,
};
