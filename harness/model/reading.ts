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

/** What a control group is charged for at one moment: all processes of a run, what they share once. */
export interface ChargedMemory {
  /** Everything: memory of the processes, of the kernel for them, and files that they have read or written. */
  readonly chargedBytes: number;
  /** Page tables, stacks of threads in the kernel, buffers of pipes and sockets, and other objects of the kernel. */
  readonly kernelBytes: number | null;
  /** Pages of files, mapped or not, but for files in memory (tmpfs, memfd), which are memory of the run. */
  readonly pageCacheBytes: number | null;
  /** Buffers of network sockets; version 1 of control groups counts them apart from all else. */
  readonly socketBytes: number | null;
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
  /** By the account of the run's control group; undefined where it has none. */
  readonly charged?: ChargedMemory | undefined;
}

/** One polled point of the memory curve. */
export interface Sample {
  readonly elapsedSeconds: number;
  readonly rssBytes: number;
  readonly threads: number | null;
}
