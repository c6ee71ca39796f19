import type { Reading } from '../kernel/reading.ts';

/** The reading at a checkpoint that the run has certainly passed; throws if it is missing. */
export function requireReading(readings: readonly Reading[], checkpoint: string): Reading {
  const reading = readings.find((candidate) => candidate.checkpoint === checkpoint);
  if (reading === undefined) throw new Error(`no reading at "${checkpoint}"`);
  return reading;
}
