import { type Observation, paceOf } from '../observer.ts';

/**
 * Reads what `psrecord --log` wrote: a heading that begins with `#`, then a line a sample with elapsed seconds,
 * CPU in percent, and real and virtual memory in MiB (it says MB, and divides by 1024 squared).
 */
export function parsePsrecordLog(log: string): Pick<Observation, 'peakBytes' | 'samplesPerSecond'> {
  const samples = log
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/).map(Number));
  const memory = samples.map(([, , real = Number.NaN]) => real);
  return {
    // It rounds to three digits; no process has memory finer than a KiB.
    peakBytes: memory.length === 0 ? null : Math.round(Math.max(...memory) * 1024) * 1024,
    samplesPerSecond: paceOf(samples.map(([elapsed = Number.NaN]) => elapsed)),
  };
}
