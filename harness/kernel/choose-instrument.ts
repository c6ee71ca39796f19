import { existsSync } from 'node:fs';
import type { Instrument } from './instrument.ts';
import { pollingInstrument } from './polling-instrument.ts';
import { procInstrument } from './proc-instrument.ts';

/** The best instrument that this system has. */
export function chooseInstrument(): Instrument {
  return existsSync('/proc/self/smaps_rollup') ? procInstrument : pollingInstrument;
}
