import type { Counters } from '../kernel/counters.ts';
import type { Snapshot } from '../kernel/instrument.ts';
import type { Reading } from '../kernel/reading.ts';
import type { MemoryLimit } from './memory-limit.ts';

/** Fires when a run takes more memory than it may, where no control group keeps the limit. */
export interface MemoryWatchdog {
  readonly signal: AbortSignal;
  /** Looks at one sample; `read` counts shared memory once, and is slow. */
  readonly check: (snapshot: Snapshot, read: () => Promise<Counters | undefined>) => Promise<void>;
  /** Whether the limit was exceeded, in a sample or at a checkpoint. */
  readonly isExceeded: (readings: readonly Reading[]) => boolean;
}

/** How much further the sum may grow before it is looked into again. */
const RECHECK_FACTOR = 1.05;

/** Watches a limit that is ours to keep; without one, or under the kernel's, it never fires. */
export function watchMemory(limit: MemoryLimit | undefined): MemoryWatchdog {
  const limitBytes = limit?.by === 'harness' ? limit.bytes : Infinity;
  const exceeded = new AbortController();
  let clearedBytes = limitBytes;
  return {
    signal: exceeded.signal,
    async check(snapshot, read) {
      if (snapshot.rssBytes <= clearedBytes) return;
      if (snapshot.processes > 1) {
        // The sum counts shared memory once for each process: only the slow walk can tell, so it is made seldom.
        clearedBytes = snapshot.rssBytes * RECHECK_FACTOR;
        const counters = await read();
        if (counters === undefined || residentBytes(counters) <= limitBytes) return;
      }
      exceeded.abort();
    },
    isExceeded: (readings) =>
      exceeded.signal.aborted || readings.some((one) => certainPeakBytes(one) > limitBytes),
  };
}

/** The most that the processes certainly had at once: their high-water marks need not be of one moment. */
function certainPeakBytes(reading: Reading): number {
  const { processes, rssBytes, peakRssBytes } = reading;
  return processes === 1 ? (peakRssBytes ?? rssBytes) : residentBytes(reading);
}

/** What all processes have together, shared pages counted once where the kernel can tell. */
function residentBytes({ pssBytes, rssBytes }: Counters): number {
  return pssBytes ?? rssBytes;
}
