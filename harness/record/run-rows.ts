import { noiseCells } from '../kernel/noise.ts';
import type { Reading, Sample } from '../kernel/reading.ts';
import { rssDifference } from '../kernel/rss-difference.ts';
import { formatParameters } from '../model/parameters.ts';
import { LAST_CHECKPOINT, PARKED, type Workload } from '../model/workload.ts';
import type { ReadingRow } from '../results/tables/readings.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { SampleRow } from '../results/tables/samples.ts';
import type { FinishedRun } from '../run/execute.ts';
import { plainText } from '../text/plain-text.ts';
import { readingRow } from './reading-row.ts';
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
    user_cpu_seconds: readings.at(-1)?.userCpuSeconds ?? null,
    system_cpu_seconds: readings.at(-1)?.systemCpuSeconds ?? null,
    ready_rss_bytes: ready?.rssBytes ?? null,
    parked_rss_bytes: parked?.rssBytes ?? null,
    parked_pss_bytes: parked?.pssBytes ?? null,
    ...peakOf(finished),
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
    ...noiseCells(noise),
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
 * The kernel's high-water mark, exact when it was read at the last checkpoint, while the program waited. The kernel
 * raises it from counters that may lag by some pages (a few per CPU), so that any earlier reading, at a checkpoint or
 * in a sample, can be higher: then that was the peak. Without a last checkpoint it is the highest that polling saw.
 */
function peakOf(finished: FinishedRun): Pick<RunRow, 'peak_rss_bytes' | 'peak_source'> {
  const { readings, observed } = finished;
  const read = readings.flatMap(({ rssBytes, peakRssBytes }) => [rssBytes, peakRssBytes]);
  const sampledMark = observed?.sampled.peakRssBytes ?? null;
  const last = readings.at(-1);
  if (last?.checkpoint === LAST_CHECKPOINT && last.peakRssBytes !== null) {
    return (processesPeak(finished) ?? 1) > 1
      ? { peak_rss_bytes: highest(read), peak_source: 'vmhwm-sum' }
      : { peak_rss_bytes: highest([...read, sampledMark]), peak_source: 'vmhwm' };
  }
  const curve = observed?.curve.map(({ rssBytes }) => rssBytes) ?? [];
  const peak = highest([...read, ...curve, sampledMark]);
  return { peak_rss_bytes: peak, peak_source: peak === null ? null : 'polled' };
}

function processesPeak({ readings, observed }: FinishedRun): number | null {
  return highest([
    observed?.sampled.processes ?? null,
    ...readings.map((reading) => reading.processes),
  ]);
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

/** A point of a curve as a row. */
export function sampleRow(runId: string, sample: Sample): SampleRow {
  return {
    run_id: runId,
    elapsed_seconds: sample.elapsedSeconds,
    rss_bytes: sample.rssBytes,
    threads: sample.threads,
  };
}
