import type { Counters } from '../model/reading.ts';

/** A way to read the memory and time of a run's processes from outside. */
export interface Instrument {
  readonly id: 'proc' | 'pidusage';
  /** The sampler's pace when checkpoints give the figures and the curve is for looking at. */
  readonly curvePace: Pace;
  /** The sampler's pace when a program has no checkpoints and the samples are all there is. */
  readonly pollingPace: Pace;
  /**
   * Starts to watch the session that `pid` leads.
   *
   * @param launcherPid the process to which all of the run are left that have lost their parent; it is not watched itself.
   */
  readonly watch: (pid: number, launcherPid?: number) => Watch;
}

/** Milliseconds between two samples: while memory moves, and on a plateau. */
export interface Pace {
  readonly denseMs: number;
  readonly sparseMs: number;
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
  /** The sum of their high-water marks. */
  readonly peakRssBytes: number | null;
  /** The highest mark of any one of them. */
  readonly largestPeakRssBytes: number | null;
  /** The most resident pages of files that any one of them has. */
  readonly largestFileRssBytes: number | null;
  readonly threads: number | null;
  readonly processes: number;
  /** CPU time up to the latest look that asked for it, user and system. */
  readonly cpuSeconds: number | null;
}
