import { markdownTable } from '../../text/markdown-table.ts';
import { signedPercent, titleOf } from './bench-formats.ts';
import type { AccuracyRow } from './tables/accuracy.ts';
import type { DisturbanceRow } from './tables/disturbance.ts';

/** The programs of the bench that tell the tools apart, and what they do. */
const TELLING = {
  'short-spike': 'holds 200 MiB for 0.01 s',
  tree: 'five processes share 500 MiB',
  'small-after-large': '16 MiB, after a run of 512 MiB',
} as const;

/** How wrong each tool is about the programs that tell tools apart, and how much it slows what it watches. */
export function observerErrors(
  accuracy: readonly AccuracyRow[],
  disturbance: readonly DisturbanceRow[],
): string {
  const observers = [...new Set(accuracy.map((row) => row.observer))];
  const rows = observers.flatMap((observer) => {
    const ofObserver = accuracy.filter((row) => row.observer === observer);
    const [first] = ofObserver;
    if (first === undefined) return [];
    const errors = Object.keys(TELLING).map((child) => {
      const row = ofObserver.find((candidate) => candidate.child === child);
      return signedPercent(row?.error_worst ?? null, 2);
    });
    const change = disturbance.find(
      (row) => row.observer === observer && row.without === 'bare child',
    );
    return [[titleOf(first), ...errors, signedPercent(change?.rate_change_median ?? null, 1)]];
  });
  return markdownTable(['tool', ...Object.values(TELLING), 'change of pace'], rows);
}
