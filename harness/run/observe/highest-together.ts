import type { Counters } from '../../kernel/counters.ts';
import type { ProcessMonitor } from '../../kernel/instrument.ts';

/** The most that several processes were seen to have together. */
export interface HighestTogether {
  /** Walks through the memory of all, unless that was done a short time ago: it holds them up. */
  readonly look: () => Promise<void>;
  readonly note: (counters: Counters) => void;
  readonly highestPssBytes: () => number | null;
}

/** The walk takes at most this share of the time. */
const MOST_OF_THE_TIME = 0.05;

/** Looks at the proportional set size, in which memory that processes share counts once. */
export function highestTogether(processes: ProcessMonitor): HighestTogether {
  let highest: number | null = null;
  let dueMs = 0;
  const note = ({ pssBytes }: Counters) => {
    if (pssBytes !== null) highest = Math.max(highest ?? 0, pssBytes);
  };
  return {
    note,
    highestPssBytes: () => highest,
    async look() {
      const start = performance.now();
      if (start < dueMs) return;
      dueMs = Infinity; // one at a time
      const counters = await processes.read();
      if (counters !== undefined) note(counters);
      const end = performance.now();
      dueMs = end + (end - start) / MOST_OF_THE_TIME;
    },
  };
}
