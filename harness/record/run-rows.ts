import type { FinishedRun } from '../run/execute.ts';
import { formatParameters } from '../vocabulary/parameters.ts';
import type { Reading, Sample } from '../vocabulary/reading.ts';
import { LAST_CHECKPOINT, PARKED, type Workload } from '../vocabulary/workload.ts';
import type { ReadingRow } from './tables/readings.ts';
import type { RunRow } from './tables/runs.ts';
import type { SampleRow } from './tables/samples.ts';
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
  readonly workloads: ReadonlyMap<string, Workload>;
}

/** Turns what was seen of a run into its rows. Nothing is rounded; what is unknown is null. */
export function runRows(finished: FinishedRun, context: RunContext): RunRows {
  return {
    run: runRow(finished, context),
    readings: finished.readings.map((reading) => readingRow(finished.runId, reading)),
    samples: thinCurve(finished.curve).map((sample) => sampleRow(finished.runId, sample)),
  };
}

function runRow(finished: FinishedRun, { comparisonId, machineId, workloads }: RunContext): RunRow {
  const { planned, outcome, readings, sampling, noise } = finished;
  const { tasks } = planned.case;
  const { from, to } = timedWork(workloads, planned.case.workload);
  const at = (checkpoint: string) => readings.find((reading) => reading.checkpoint === checkpoint);
  const ready = at('ready');
  const parked = at(PARKED);
  const last = at(LAST_CHECKPOINT);
  const beforeLast = readings.at(-2);
  const workSeconds = secondsBetween(at(from), at(to));
  return {
    run_id: finished.runId,
    comparison_id: comparisonId,
    machine_id: machineId,
    runtime_id: planned.case.runtimeId,
    workload: planned.case.workload,
    tasks,
    parameters: formatParameters(planned.case.parameters),
    repeat: planned.repeat,
    position: planned.position,
    started_at: finished.startedAt.toISOString(),
    status: outcome.status,
    status_detail: outcome.status === 'ok' ? null : outcome.detail,
    exit_code: finished.exitCode,
    signal: finished.signal,
    startup_seconds: ready?.elapsedSeconds ?? null,
    create_seconds: to === LAST_CHECKPOINT ? null : workSeconds,
    finish_seconds: last ? secondsBetween(beforeLast, last) : null,
    exit_seconds: last ? finished.wallSeconds - last.releasedSeconds : null,
    wall_seconds: finished.wallSeconds,
    program_seconds: at(to)?.facts.seconds ?? null,
    tasks_per_second: workSeconds === null ? null : tasks / workSeconds,
    user_cpu_seconds: readings.at(-1)?.userCpuSeconds ?? null,
    system_cpu_seconds: readings.at(-1)?.systemCpuSeconds ?? null,
    ready_rss_bytes: ready?.rssBytes ?? null,
    parked_rss_bytes: parked?.rssBytes ?? null,
    parked_pss_bytes: parked?.pssBytes ?? null,
    ...peakOf(finished),
    page_table_bytes: highest(readings.map((reading) => reading.pageTableBytes)),
    heap_bytes: change(ready?.facts.heap_bytes, parked?.facts.heap_bytes),
    threads_peak: highest([...readings, ...finished.curve].map(({ threads }) => threads)),
    processes_peak: highest([
      finished.processesPeak,
      ...readings.map((reading) => reading.processes),
    ]),
    minor_faults: readings.at(-1)?.minorFaults ?? null,
    major_faults: readings.at(-1)?.majorFaults ?? null,
    voluntary_switches: readings.at(-1)?.voluntarySwitches ?? null,
    involuntary_switches: readings.at(-1)?.involuntarySwitches ?? null,
    started: last?.facts.started ?? null,
    finished: last?.facts.finished ?? null,
    live_peak: last?.facts.live_peak ?? null,
    sample_count: finished.curve.length,
    sample_interval_p50_seconds: sampling.p50Seconds,
    sample_interval_p99_seconds: sampling.p99Seconds,
    sample_interval_max_seconds: sampling.maxSeconds,
    rss_difference: finished.rssDifference,
    swap_in_pages: noise.swapInPages,
    swap_out_pages: noise.swapOutPages,
    stolen_cpu_seconds: noise.stolenCpuSeconds,
    throttled_seconds: noise.throttledSeconds,
    cpu_pressure_seconds: noise.cpuPressureSeconds,
    memory_pressure_seconds: noise.memoryPressureSeconds,
    io_pressure_seconds: noise.ioPressureSeconds,
    other_cpu_seconds: noise.otherCpuSeconds,
    noise_flags: finished.noiseFlags.join(' ') || null,
  };
}

function timedWork(workloads: RunContext['workloads'], id: string): Workload['timed'] {
  const workload = workloads.get(id);
  if (workload === undefined) throw new Error(`a run of the unknown workload "${id}"`);
  return workload.timed;
}

/** The work between two checkpoints: from the moment the program was let go to the moment it reported back. */
function secondsBetween(from: Reading | undefined, to: Reading | undefined): number | null {
  return from && to ? to.elapsedSeconds - from.releasedSeconds : null;
}

/**
 * The kernel's high-water mark; without one, the highest of what was seen. The kernel raises its mark from counters
 * that may lag by some pages (a few per CPU), so an exact reading can be higher: then that was the peak.
 */
function peakOf({
  readings,
  curve,
  processesPeak,
}: FinishedRun): Pick<RunRow, 'peak_rss_bytes' | 'peak_source'> {
  const read = highest(readings.map(({ rssBytes }) => rssBytes));
  const marked = highest(readings.map(({ peakRssBytes }) => peakRssBytes));
  if (marked === null) {
    const peak = highest([read, ...curve.map(({ rssBytes }) => rssBytes)]);
    return { peak_rss_bytes: peak, peak_source: peak === null ? null : 'polled' };
  }
  const source = (processesPeak ?? 1) > 1 ? 'vmhwm-sum' : 'vmhwm';
  return { peak_rss_bytes: highest([read, marked]), peak_source: source };
}

function highest(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (peak, value) => (value === null ? peak : Math.max(peak ?? value, value)),
    null,
  );
}

function change(from: number | undefined, to: number | undefined): number | null {
  return from === undefined || to === undefined ? null : to - from;
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
