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
}

/** What sampling showed of a run. */
export interface SampledRun {
  readonly curve: readonly Sample[];
  readonly sampled: SampledPeaks;
  readonly sampling: SamplingIntervals;
}

/** The highest of what samples showed; null where there was none. */
export interface SampledPeaks {
  readonly processes: number | null;
  /** Of the sums of high-water marks. */
  readonly peakRssBytes: number | null;
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
