import type { Unit } from '../model/metric.ts';
import {
  formatBytes,
  formatBytesPerTask,
  formatCount,
  formatDuration,
  formatRate,
} from '../text/quantity.ts';

/** How a figure of each unit is written for people. */
export const formatFigure: Readonly<Record<Unit, (value: number) => string>> = {
  byte: formatBytes,
  'byte/task': formatBytesPerTask,
  second: formatDuration,
  '1/second': formatRate,
  '1': formatCount,
};
