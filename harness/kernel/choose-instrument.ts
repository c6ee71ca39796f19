import type { Instrument } from './instrument.ts';
import { hasProcFile } from './platform.ts';
import { pollingInstrument } from './polling-instrument.ts';
import { procInstrument } from './proc-instrument.ts';

/** The best instrument that this system has. */
export function chooseInstrument(): Instrument {
  return hasProcFile('smaps_rollup') ? procInstrument : pollingInstrument;
}
