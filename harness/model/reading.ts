/** What an instrument can tell of all processes of a run at one moment; null is unknown, never 0. */
export interface Counters {
  readonly processes: number;
  readonly threads: number | null;
  readonly rssBytes: number;
  /** Proportional set size: memory that processes share counts once. */
  readonly pssBytes: number | null;
  readonly privateBytes: number | null;
  /** The kernel's own high-water mark since exec; null where there is none to read. */
  readonly peakRssBytes: number | null;
  readonly pageTableBytes: number | null;
  readonly swapBytes: number | null;
  readonly userCpuSeconds: number | null;
  readonly systemCpuSeconds: number | null;
  readonly minorFaults: number | null;
  readonly majorFaults: number | null;
  /** Of the threads that are alive; what ended threads did is not in the kernel's files. */
  readonly voluntarySwitches: number | null;
  readonly involuntarySwitches: number | null;
  /** Resident memory by the page-by-page walk (smaps_rollup), to hold against the quick counter; null where there is none. */
  readonly rollupRssBytes: number | null;
}

/** The counters at a checkpoint, with the checkpoint's own times: seconds since the launch. */
export interface Reading extends Counters {
  readonly checkpoint: string;
  /** When the checkpoint's line arrived. */
  readonly elapsedSeconds: number;
  /** When the program was let go again. */
  readonly releasedSeconds: number;
  /** The numbers that the program said with the checkpoint. */
  readonly facts: Readonly<Record<string, number>>;
}

/** One polled point of the memory curve. */
export interface Sample {
  readonly elapsedSeconds: number;
  readonly rssBytes: number;
  readonly threads: number | null;
}
