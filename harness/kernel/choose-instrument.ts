import type { Instrument } from './instrument.ts';
import { hasProcFile } from './platform.ts';
import { pollingInstrument } from './polling-instrument.ts';
import { procInstrument } from './proc-instrument.ts';

/**
 * The best instrument that this system has. Without `smaps_rollup` (before Linux 4.14, or where it is hidden) the kernel's
 * high-water mark is still exact: only the proportional and private sizes are missing.
 */
export function chooseInstrument(): Instrument {
  return hasProcFile('status') ? procInstrument : pollingInstrument;
}
