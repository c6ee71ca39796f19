import type { Counters } from '../../kernel/counters.ts';
import type { ProcessMonitor } from '../../kernel/instrument.ts';

/** The highest observed memory of several processes together. */
export interface HighestTogether {
  /** Reads the memory maps of all processes, unless it did so recently: reading delays them. */
  readonly look: () => Promise<void>;
  readonly note: (counters: Counters) => void;
  readonly highestPssBytes: () => number | null;
}

/** The maximum share of the time that is spent on these reads. */
const MOST_OF_THE_TIME = 0.05;

/** Tracks the proportional set size (PSS), which counts shared memory once. */
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
