import type { Counters } from '../../vocabulary/reading.ts';

/** A way to read the memory and time of a run's processes from outside. */
export interface Instrument {
  readonly id: 'proc' | 'pidusage';
  /** Milliseconds between two samples of the curve. */
  readonly intervalMs: number;
  /** Starts to watch the session that `pid` leads. */
  readonly watch: (pid: number) => Watch;
}

/** An instrument pointed at one run. */
export interface Watch {
  /** Everything the instrument can tell, as exactly as it can; undefined when no process is left. */
  readonly read: () => Promise<Counters | undefined>;
  /** The little that the curve needs, as cheaply as can be; undefined when no process is left. */
  readonly sample: () => QuickLook | undefined | Promise<QuickLook | undefined>;
  readonly close: () => void;
}

/** One glance at a run's processes. */
export interface QuickLook {
  readonly rssBytes: number;
  readonly threads: number | null;
  readonly processes: number;
}
