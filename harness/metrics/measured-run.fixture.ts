import { oneProcess } from '../kernel/counters.fixture.ts';
import type { Reading, Sample } from '../kernel/reading.ts';
import { workload as sleep } from '../workloads/sleep.ts';
import type { MeasuredRun, SampledRun } from './measured-run.ts';

/** A reading for tests that took 0.01 s. */
export function readingAfter(
  elapsedSeconds: number,
  checkpoint: string,
  changes: Partial<Reading> = {},
): Reading {
  const releasedSeconds = elapsedSeconds + 0.01;
  return { ...oneProcess, checkpoint, elapsedSeconds, releasedSeconds, facts: {}, ...changes };
}

/** A sample for tests. */
export function sampleOf(rssBytes: number, threads: number | null = 1): Sample {
  return { elapsedSeconds: 0.2, rssBytes, threads };
}

/** The samples of a run for tests: none, except what the test sets. */
export function sampledRunWith(changes: Partial<SampledRun> = {}): SampledRun {
  return {
    curve: [],
    sampled: { processes: null, peakRssBytes: null },
    sampling: { p50Seconds: null, p99Seconds: null, maxSeconds: null },
    ...changes,
  };
}

/** A run of 1,000 sleeping tasks for tests, with readings at its three checkpoints and the given changes. */
export function measuredRunWith(changes: Partial<MeasuredRun> = {}): MeasuredRun {
  return {
    planned: {
      case: { runtimeId: 'node@26.10.0', workload: sleep.id, tasks: 1_000, parameters: {} },
      repeat: 1,
      position: 1,
    },
    workload: sleep,
    wallSeconds: 11,
    readings: [
      readingAfter(0.1, 'ready'),
      readingAfter(0.61, 'parked'),
      readingAfter(10.62, 'finished'),
    ],
    observed: sampledRunWith(),
    ...changes,
  };
}
