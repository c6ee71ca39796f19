import type { Reading, Sample } from '../kernel/reading.ts';
import type { PlannedRun } from '../model/case.ts';
import type { Workload } from '../model/workload.ts';

/** Everything that the metrics of a run are computed from. All times are seconds since the launch. */
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
  /** Processes that their parents did not wait for: the program itself, and orphan processes. */
  readonly count: number;
  /** The largest high-water mark of any process of the run, including those that their parents waited for. */
  readonly largestPeakRssBytes: number;
  readonly userCpuSeconds: number;
  readonly systemCpuSeconds: number;
  /** Whether any of them had waited for a child. */
  readonly haveWaitedForChildren: boolean;
}

/** The results of sampling a run. */
export interface SampledRun {
  readonly curve: readonly Sample[];
  readonly sampled: SampledPeaks;
  /** The highest observed PSS of all processes together; unknown if it was not measured. */
  readonly highestPssBytes?: number | null;
  /** Undefined without a control group. */
  readonly charged?: ChargedPeaks | undefined;
  readonly sampling: SamplingIntervals;
}

/** The highest values seen in any sample; null without samples. */
export interface SampledPeaks {
  readonly processes: number | null;
  /** The sum of the high-water marks (VmHWM) of all processes at a sample. */
  readonly peakRssBytes: number | null;
  /** The largest high-water mark of a single process; unknown without high-water marks. */
  readonly largestPeakRssBytes?: number | null;
  /** The largest resident file pages of a single process; unknown where the kernel does not report them. */
  readonly largestFileRssBytes?: number | null;
}

/** The peak charges of a run's control group, each at its own moment. */
export interface ChargedPeaks {
  /** The kernel's high-water mark, which is exact; null where the kernel keeps none. */
  readonly chargedBytes: number | null;
  /** The kernel's high-water mark in cgroup version 1; the highest observed value in version 2. */
  readonly kernelBytes: number | null;
  /** The highest observed value. File pages stay charged after their readers end, so the last read is rarely too late. */
  readonly pageCacheBytes: number | null;
}

/** The time between consecutive samples, in seconds; null with fewer than two samples. */
export interface SamplingIntervals {
  readonly p50Seconds: number | null;
  readonly p99Seconds: number | null;
  readonly maxSeconds: number | null;
}

/** The reading at a checkpoint; undefined when the run did not reach it. */
export function readingAt(
  { readings }: Pick<MeasuredRun, 'readings'>,
  checkpoint: string,
): Reading | undefined {
  return readings.find((reading) => reading.checkpoint === checkpoint);
}
