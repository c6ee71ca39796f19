import { noiseCells } from '../kernel/noise.ts';
import type { Sample } from '../kernel/reading.ts';
import { measuredCells } from '../metrics/all-metrics.ts';
import { formatParameters } from '../model/parameters.ts';
import type { ReadingRow } from '../results/tables/readings.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { SampleRow } from '../results/tables/samples.ts';
import type { FinishedRun } from '../run/execute.ts';
import { plainText } from '../text/plain-text.ts';
import { readingRow } from './reading-row.ts';
import { thinCurve } from './thin-curve.ts';

/** The rows of one run in the tables runs, readings and samples, as kept in the journal. */
export interface RunRows {
  readonly run: RunRow;
  readonly readings: readonly ReadingRow[];
  readonly samples: readonly SampleRow[];
}

/** The comparison and the machine of a run. */
export interface RunContext {
  readonly comparisonId: string;
  readonly machineId: string;
}

/** Converts a finished run into rows. Values are not rounded; an unknown value is null. */
export function runRows(finished: FinishedRun, context: RunContext): RunRows {
  return {
    run: runRow(finished, context),
    readings: finished.readings.map((reading) => readingRow(finished.runId, reading)),
    samples: thinCurve(finished.observed?.curve ?? []).map((sample) =>
      sampleRow(finished.runId, sample),
    ),
  };
}

function runRow(finished: FinishedRun, { comparisonId, machineId }: RunContext): RunRow {
  const { planned, outcome, observed } = finished;
  const { noise } = observed ?? {};
  return {
    run_id: finished.runId,
    comparison_id: comparisonId,
    machine_id: machineId,
    runtime_id: planned.case.runtimeId,
    workload: planned.case.workload,
    tasks: planned.case.tasks,
    parameters: formatParameters(planned.case.parameters),
    repeat: planned.repeat,
    position: planned.position,
    started_at: finished.startedAt.toISOString(),
    status: outcome.status,
    status_detail: outcome.status === 'ok' ? null : plainText(outcome.detail),
    exit_code: finished.exitCode,
    signal: finished.signal,
    ...measuredCells(finished),
    ...noiseCells(noise),
    noise_flags: finished.noiseFlags.join(' ') || null,
  };
}

/** A point of a curve as a row. */
export function sampleRow(runId: string, sample: Sample): SampleRow {
  return {
    run_id: runId,
    elapsed_seconds: sample.elapsedSeconds,
    rss_bytes: sample.rssBytes,
    threads: sample.threads,
  };
}
