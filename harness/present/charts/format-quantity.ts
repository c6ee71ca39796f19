import {
  formatBytes,
  formatBytesPerTask,
  formatDuration,
  formatRate,
} from '../../text/quantity.ts';
import type { Quantity } from './chart-figure.ts';

/** How the values of each quantity are written. */
export const formatQuantity: Readonly<Record<Quantity, (value: number) => string>> = {
  bytes: formatBytes,
  bytesPerTask: formatBytesPerTask,
  rate: formatRate,
  seconds: (seconds) =>
    0 < seconds && seconds < 1 ? `${Math.round(seconds * 1e3)} ms` : formatDuration(seconds),
};
