import { formatParameters } from '../model/parameters.ts';
import type { Reading, Sample } from '../model/reading.ts';
import { LAST_CHECKPOINT, PARKED, type Workload } from '../model/workload.ts';
import type { ReadingRow } from '../results/tables/readings.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { SampleRow } from '../results/tables/samples.ts';
import type { FinishedRun } from '../run/execute.ts';
import { rssDifference } from '../run/observe/observation.ts';
import { plainText } from '../text/plain-text.ts';
import { highest } from './highest.ts';
import { peakOf, processesPeak } from './peak-of-run.ts';
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
    samples: thinCurve(finished.observed?.curve ?? []).map((sample) =>
      sampleRow(finished.runId, sample),
    ),
  };
}

function runRow(finished: FinishedRun, { comparisonId, machineId, workloads }: RunContext): RunRow {
  const { planned, outcome, readings, observed } = finished;
  const { sampling, noise } = observed ?? {};
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
    status_detail: outcome.status === 'ok' ? null : plainText(outcome.detail),
    exit_code: finished.exitCode,
    signal: finished.signal,
    startup_seconds: ready?.elapsedSeconds ?? null,
    create_seconds: to === LAST_CHECKPOINT ? null : workSeconds,
    finish_seconds: last ? secondsBetween(beforeLast, last) : null,
    exit_seconds: last ? finished.wallSeconds - last.releasedSeconds : null,
    wall_seconds: finished.wallSeconds,
    program_seconds: at(to)?.facts.seconds ?? null,
    tasks_per_second: workSeconds === null ? null : tasks / workSeconds,
    ...cpuOf(finished),
    ready_rss_bytes: ready?.rssBytes ?? null,
    parked_rss_bytes: parked?.rssBytes ?? null,
    parked_pss_bytes: parked?.pssBytes ?? null,
    ...peakOf(finished),
    charged_peak_bytes: observed?.charged?.chargedBytes ?? null,
    page_table_bytes: highest(readings.map((reading) => reading.pageTableBytes)),
    heap_bytes: change(ready?.facts.heap_bytes, parked?.facts.heap_bytes),
    threads_peak: highest([...readings, ...(observed?.curve ?? [])].map(({ threads }) => threads)),
    processes_peak: processesPeak(finished),
    minor_faults: readings.at(-1)?.minorFaults ?? null,
    major_faults: readings.at(-1)?.majorFaults ?? null,
    voluntary_switches: readings.at(-1)?.voluntarySwitches ?? null,
    involuntary_switches: readings.at(-1)?.involuntarySwitches ?? null,
    started: last?.facts.started ?? null,
    finished: last?.facts.finished ?? null,
    live_peak: last?.facts.live_peak ?? null,
    sample_count: observed?.curve.length ?? 0,
    sample_interval_p50_seconds: sampling?.p50Seconds ?? null,
    sample_interval_p99_seconds: sampling?.p99Seconds ?? null,
    sample_interval_max_seconds: sampling?.maxSeconds ?? null,
    rss_difference: rssDifference(parked),
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

/** Up to the last checkpoint; of a command that has none, all that it used, by the kernel's account at its end. */
function cpuOf({
  readings,
  endedProcesses,
}: FinishedRun): Pick<RunRow, 'user_cpu_seconds' | 'system_cpu_seconds'> {
  const { userCpuSeconds, systemCpuSeconds } = readings.at(-1) ?? endedProcesses ?? {};
  return {
    user_cpu_seconds: userCpuSeconds ?? null,
    system_cpu_seconds: systemCpuSeconds ?? null,
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
