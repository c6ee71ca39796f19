import type { Counters } from './counters.ts';

/** A way to read the memory and time of a run's processes from outside. */
export interface Instrument {
  readonly id: 'proc' | 'pidusage';
  /** The sampler's pace when checkpoints give the figures and the curve is for looking at. */
  readonly curvePace: Pace;
  /** The sampler's pace when a program has no checkpoints and the samples are all there is. */
  readonly pollingPace: Pace;
  /**
   * Starts to monitor the session that `pid` leads.
   *
   * @param launcherPid the process that becomes the parent of all of the run that lose theirs; it is not monitored itself.
   */
  readonly attach: (pid: number, launcherPid?: number) => ProcessMonitor;
}

/** Milliseconds between two samples: while memory moves, and on a plateau. */
export interface Pace {
  readonly denseMs: number;
  readonly sparseMs: number;
}

/** An instrument attached to the processes of one run. */
export interface ProcessMonitor {
  /** Everything the instrument can tell, as exactly as it can; undefined when no process is left. */
  readonly read: () => Promise<Counters | undefined>;
  /** Their CPU time so far, as finely as it is counted; undefined when that is in ticks, or no process is left. */
  readonly cpuSeconds: () => number | undefined;
  /** The few counters that the curve needs, as cheaply as possible; undefined when no process is left. */
  readonly sample: () => Snapshot | undefined | Promise<Snapshot | undefined>;
  readonly close: () => void;
}

/** A run's processes at the moment of a sample. */
export interface Snapshot {
  readonly rssBytes: number;
  /** The sum of their high-water marks. */
  readonly peakRssBytes: number | null;
  /** The highest mark of any one of them. */
  readonly largestPeakRssBytes: number | null;
  /** The most resident pages of files that any one of them has. */
  readonly largestFileRssBytes: number | null;
  readonly threads: number | null;
  readonly processes: number;
  /** User and system CPU time as of the latest scan for processes, which not every sample makes. */
  readonly cpuSeconds: number | null;
}
