import type { ChargedMemory } from '../../kernel/charged-memory.ts';
import type { ControlGroup } from '../../kernel/control-group.ts';
import { highest } from '../../metrics/highest.ts';
import type { ChargedPeaks } from '../../metrics/measured-run.ts';

/** Tracks the memory charges of a run's control group, if it has one. */
export interface ChargedAccount {
  /** Reads the charges, while the program waits at a checkpoint. */
  readonly read: () => ChargedMemory | undefined;
  /** May be called at any time; reads the charges only now and then. */
  readonly look: () => void;
  /** Reads the charges a last time and returns the peaks. */
  readonly peaks: () => ChargedPeaks | undefined;
}

/** A read takes 0.05 ms. */
const LOOK_EVERY_MS = 50;

/** Keeps the highest charges of a control group. */
export function chargedPeaks(group: ControlGroup | undefined): ChargedAccount {
  let kernelBytes: number | null = null;
  let pageCacheBytes: number | null = null;
  let dueMs = 0;
  const read = () => {
    const charged = group?.charged();
    if (charged === undefined) return undefined;
    kernelBytes = highest([kernelBytes, charged.kernelBytes]);
    pageCacheBytes = highest([pageCacheBytes, charged.pageCacheBytes]);
    return charged;
  };
  return {
    read,
    look() {
      const now = performance.now();
      if (now < dueMs) return;
      dueMs = now + LOOK_EVERY_MS;
      read();
    },
    peaks() {
      if (group === undefined) return undefined;
      read();
      return {
        chargedBytes: group.peakBytes() ?? null,
        kernelBytes: group.kernelPeakBytes() ?? kernelBytes,
        pageCacheBytes,
      };
    },
  };
}
