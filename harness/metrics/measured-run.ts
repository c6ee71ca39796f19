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
}

/** The results of sampling a run. */
export interface SampledRun {
  readonly curve: readonly Sample[];
  readonly sampled: SampledPeaks;
  readonly sampling: SamplingIntervals;
}

/** The highest values seen in any sample; null without samples. */
export interface SampledPeaks {
  readonly processes: number | null;
  /** The sum of the high-water marks (VmHWM) of all processes at a sample. */
  readonly peakRssBytes: number | null;
}

/** The time between consecutive samples, in seconds; null with fewer than two samples. */
export interface SamplingIntervals {
  readonly p50Seconds: number | null;
  readonly p99Seconds: number | null;
  readonly maxSeconds: number | null;
}

/** The reading at a checkpoint; undefined when the run did not reach it. */
export function readingAt({ readings }: MeasuredRun, checkpoint: string): Reading | undefined {
  return readings.find((reading) => reading.checkpoint === checkpoint);
}
