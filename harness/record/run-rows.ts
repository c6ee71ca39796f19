import { measuredCells } from '../metrics/all-metrics.ts';
import { formatParameters } from '../model/parameters.ts';
import type { Reading, Sample } from '../model/reading.ts';
import type { ReadingRow } from '../results/tables/readings.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { SampleRow } from '../results/tables/samples.ts';
import type { FinishedRun } from '../run/execute.ts';
import { plainText } from '../text/plain-text.ts';
import { thinCurve } from './thin-curve.ts';

/** The rows of one run in all tables that hold runs: what the journal keeps. */
export interface RunRows {
  readonly run: RunRow;
  readonly readings: readonly ReadingRow[];
  readonly samples: readonly SampleRow[];
}

/** Where and in which comparison a run was made. */
export interface RunContext {
  readonly comparisonId: string;
  readonly machineId: string;
}

/** Turns what was seen of a run into its rows. Nothing is rounded; what is unknown is null. */
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
    swap_in_pages: noise?.swapInPages ?? null,
    swap_out_pages: noise?.swapOutPages ?? null,
    stolen_cpu_seconds: noise?.stolenCpuSeconds ?? null,
    throttled_seconds: noise?.throttledSeconds ?? null,
    cpu_pressure_seconds: noise?.cpuPressureSeconds ?? null,
    memory_pressure_seconds: noise?.memoryPressureSeconds ?? null,
    io_pressure_seconds: noise?.ioPressureSeconds ?? null,
    other_cpu_seconds: noise?.otherCpuSeconds ?? null,
    noise_flags: finished.noiseFlags.join(' ') || null,
  };
}

function readingRow(runId: string, reading: Reading): ReadingRow {
  return {
    run_id: runId,
    checkpoint: reading.checkpoint,
    elapsed_seconds: reading.elapsedSeconds,
    processes: reading.processes,
    threads: reading.threads,
    rss_bytes: reading.rssBytes,
    pss_bytes: reading.pssBytes,
    private_bytes: reading.privateBytes,
    peak_rss_bytes: reading.peakRssBytes,
    page_table_bytes: reading.pageTableBytes,
    swap_bytes: reading.swapBytes,
    user_cpu_seconds: reading.userCpuSeconds,
    system_cpu_seconds: reading.systemCpuSeconds,
    charged_bytes: reading.charged?.chargedBytes ?? null,
    kernel_bytes: reading.charged?.kernelBytes ?? null,
    page_cache_bytes: reading.charged?.pageCacheBytes ?? null,
    socket_bytes: reading.charged?.socketBytes ?? null,
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
