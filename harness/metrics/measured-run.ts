import type { Reading, Sample } from '../kernel/reading.ts';
import type { PlannedRun } from '../model/case.ts';
import type { Workload } from '../model/workload.ts';

/** What was seen of a run: everything that its figures are computed from. All times are seconds since the launch. */
export interface MeasuredRun {
  readonly planned: PlannedRun;
  readonly workload: Workload;
  readonly wallSeconds: number;
  /** In the order of the checkpoints. */
  readonly readings: readonly Reading[];
  /** Undefined when it could not be launched. */
  readonly observed: SampledRun | undefined;
  /** Undefined where there was no launcher to tell. */
  readonly endedProcesses?: EndedProcesses | undefined;
}

/** What the ended processes of a run used, by the kernel's account; complete once no process of it is left. */
export interface EndedProcesses {
  /** Those that their parents have not waited for: the program itself, and what was left of others. */
  readonly count: number;
  /** The largest high-water mark of any process of the run, also of those that their parents waited for. */
  readonly largestPeakRssBytes: number;
  readonly userCpuSeconds: number;
  readonly systemCpuSeconds: number;
  /** Whether any of them had waited for a child. */
  readonly haveWaitedForChildren: boolean;
}

/** What sampling showed of a run. */
export interface SampledRun {
  readonly curve: readonly Sample[];
  readonly sampled: SampledPeaks;
  /** The most that all processes were seen to have together, what they share once; unknown unless it was looked for. */
  readonly highestPssBytes?: number | null;
  /** Undefined where it had no control group. */
  readonly charged?: ChargedPeaks | undefined;
  readonly sampling: SamplingIntervals;
}

/** The highest of what samples showed; null where there was none. */
export interface SampledPeaks {
  readonly processes: number | null;
  /** Of the sums of high-water marks. */
  readonly peakRssBytes: number | null;
  /** Of the high-water marks of single processes; unknown where there are none. */
  readonly largestPeakRssBytes?: number | null;
  /** Of the resident file pages of single processes; unknown where that is not told. */
  readonly largestFileRssBytes?: number | null;
}

/** The highest of what a run's control group was charged for, each at its own moment. */
export interface ChargedPeaks {
  /** The kernel's own mark, which misses nothing; null where it keeps none. */
  readonly chargedBytes: number | null;
  /** The kernel's own mark in version 1; the highest that was seen in version 2. */
  readonly kernelBytes: number | null;
  /** The highest that was seen. Pages of a file stay charged when its readers have ended, so the last look is seldom too late. */
  readonly pageCacheBytes: number | null;
}

/** How well the sampler kept its pace: seconds between consecutive samples; null for fewer than two samples. */
export interface SamplingIntervals {
  readonly p50Seconds: number | null;
  readonly p99Seconds: number | null;
  readonly maxSeconds: number | null;
}

/** The reading at a checkpoint; undefined when the run never came there. */
export function readingAt({ readings }: MeasuredRun, checkpoint: string): Reading | undefined {
  return readings.find((reading) => reading.checkpoint === checkpoint);
}
