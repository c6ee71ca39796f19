import { formatBytes, formatDuration, formatRate } from '../../text/quantity.ts';
import type { Quantity } from './figure.ts';

/** How a figure of each unit is written. */
export const formatQuantity: Readonly<Record<Quantity, (value: number) => string>> = {
  bytes: formatBytes,
  rate: formatRate,
  seconds: (seconds) =>
    0 < seconds && seconds < 1 ? `${Math.round(seconds * 1e3)} ms` : formatDuration(seconds),
};
