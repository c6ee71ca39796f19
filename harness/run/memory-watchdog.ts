import type { Counters } from '../kernel/counters.ts';
import type { Snapshot } from '../kernel/instrument.ts';
import type { Reading } from '../kernel/reading.ts';
import type { MemoryLimit } from './memory-limit.ts';

/** Fires when a run exceeds a memory limit that the harness enforces. */
export interface MemoryWatchdog {
  readonly signal: AbortSignal;
  /** Checks a sample. `read` is slow, but counts shared memory only once. */
  readonly check: (snapshot: Snapshot, read: () => Promise<Counters | undefined>) => Promise<void>;
  /** Whether the limit was exceeded, in a sample or at a checkpoint. */
  readonly isExceeded: (readings: readonly Reading[]) => boolean;
}

/** The growth of the sum of resident memory after which it is checked exactly again. */
const RECHECK_FACTOR = 1.05;

/** Watches a limit that the harness enforces. Without a limit, or with one that the kernel enforces, it never fires. */
export function watchMemory(limit: MemoryLimit | undefined): MemoryWatchdog {
  const limitBytes = limit?.by === 'harness' ? limit.bytes : Infinity;
  const exceeded = new AbortController();
  let clearedBytes = limitBytes;
  return {
    signal: exceeded.signal,
    async check(snapshot, read) {
      if (snapshot.rssBytes <= clearedBytes) return;
      if (snapshot.processes > 1) {
        // The sum counts shared memory once for each process. Only the slow exact count can decide, so it is rare.
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

/** A lower bound of the peak: the high-water marks of several processes may be from different moments. */
function certainPeakBytes(reading: Reading): number {
  const { processes, rssBytes, peakRssBytes } = reading;
  return processes === 1 ? (peakRssBytes ?? rssBytes) : residentBytes(reading);
}

/** The resident memory of all processes, with shared pages counted once where the kernel reports PSS. */
function residentBytes({ pssBytes, rssBytes }: Counters): number {
  return pssBytes ?? rssBytes;
}
