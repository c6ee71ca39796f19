import type { TwoPeaks } from './second-instrument.ts';

const RUNS = 3;

/**
 * Of three runs, the one with the median difference between the two instruments: after our last reading, a program
 * sometimes needs another megabyte to exit. A run before the three fills the caches that a program writes when it first
 * runs.
 *
 * @returns a run that is not ok, or lacks a figure, as soon as there is one.
 */
export async function typicalPeaks(runOnce: () => Promise<TwoPeaks>): Promise<TwoPeaks> {
  await runOnce();
  const runs: { readonly peaks: TwoPeaks; readonly apart: number }[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    const peaks = await runOnce();
    const { status, oursBytes, theirsBytes } = peaks;
    if (status !== 'ok' || oursBytes === null || theirsBytes === null) return peaks;
    runs.push({ peaks, apart: oursBytes - theirsBytes });
  }
  const middle = runs.sort((a, b) => a.apart - b.apart)[Math.floor(RUNS / 2)];
  if (middle === undefined) throw new Error('there are three runs');
  return middle.peaks;
}
