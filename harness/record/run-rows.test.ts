import { expect, test } from 'vitest';
import { quiet } from '../kernel/noise.fixture.ts';
import {
  measuredRunWith,
  readingAfter,
  sampledRunWith,
  sampleOf,
} from '../metrics/measured-run.fixture.ts';
import { isRowOf } from '../results/row-check.ts';
import { readingsTable } from '../results/tables/readings.ts';
import { runsTable } from '../results/tables/runs.ts';
import { samplesTable } from '../results/tables/samples.ts';
import type { FinishedRun } from '../run/execute.ts';
import { runRows } from './run-rows.ts';

const noise = { ...quiet, throttledSeconds: null, cpuPressureSeconds: 0.1, otherCpuSeconds: 0.2 };

const curve = [sampleOf(5), { ...sampleOf(6), elapsedSeconds: 0.3 }];

function finishedRunWith(changes: Partial<FinishedRun> = {}): FinishedRun {
  const { sampled, ...sampledRun } = sampledRunWith({ curve });
  const peaks = { ...sampled, cpuSeconds: null, worstLateness: 1 };
  return {
    ...measuredRunWith(),
    runId: 'c-0007',
    startedAt: new Date('2026-01-02T03:04:05.678Z'),
    outcome: { status: 'ok' },
    exitCode: 0,
    signal: null,
    observed: { ...sampledRun, sampled: peaks, noise, noiseSeconds: 10 },
    noiseFlags: [],
    stderrTail: '',
    ...changes,
  };
}

const context = { comparisonId: 'c', machineId: 'm' };

test('a run is what was planned, how it ended, what was measured, and the noise', () => {
  const { run } = runRows(finishedRunWith(), context);
  expect(Object.keys(run)).toEqual(Object.keys(runsTable.fields));
  expect(isRowOf(runsTable, run)).toBe(true);
  expect(run).toMatchObject({
    run_id: 'c-0007',
    comparison_id: 'c',
    machine_id: 'm',
    runtime_id: 'node@26.10.0',
    workload: 'sleep',
    tasks: 1_000,
    parameters: '-',
    repeat: 1,
    position: 1,
    started_at: '2026-01-02T03:04:05.678Z',
    status: 'ok',
    status_detail: null,
    exit_code: 0,
    wall_seconds: 11,
    peak_source: 'vmhwm',
    cpu_pressure_seconds: 0.1,
    throttled_seconds: null,
    other_cpu_seconds: 0.2,
    noise_flags: null,
  });
});

test('a second attempt is the same planned run with other parameters', () => {
  const { planned } = finishedRunWith();
  const attempt = { ...planned, case: { ...planned.case, parameters: { seconds: 20 } } };
  const { run } = runRows(finishedRunWith({ runId: 'c-0007-2', planned: attempt }), context);
  expect(run).toMatchObject({ run_id: 'c-0007-2', position: 1, parameters: 'seconds=20' });
});

test('the words of a run that failed are one line, without commands to a terminal', () => {
  const outcome = { status: 'crashed', detail: 'exit code 1:\n\u001b[31mno' } as const;
  const { run } = runRows(finishedRunWith({ outcome, exitCode: 1 }), context);
  expect(run).toMatchObject({ status: 'crashed', exit_code: 1 });
  expect(run.status_detail).toBe('exit code 1: no');
});

test('flags stand in one cell', () => {
  const { run } = runRows(finishedRunWith({ noiseFlags: ['steal', 'swap'] }), context);
  expect(run.noise_flags).toBe('steal swap');
});

test('of what could not be launched there is a row that is valid, and no other', () => {
  const outcome = { status: 'launch-failed', detail: 'not executable' } as const;
  const unseen = { exitCode: null, wallSeconds: 0, readings: [], observed: undefined };
  const { run, readings, samples } = runRows(finishedRunWith({ outcome, ...unseen }), context);
  expect(isRowOf(runsTable, run)).toBe(true);
  expect(run).toMatchObject({
    status_detail: 'not executable',
    exit_code: null,
    wall_seconds: 0,
    peak_rss_bytes: null,
    peak_source: null,
    sample_count: 0,
    stolen_cpu_seconds: null,
  });
  expect([readings, samples]).toEqual([[], []]);
});

test('each checkpoint and each sample has a row that belongs to the run', () => {
  const seen = [readingAfter(0.1, 'ready', { rssBytes: 9, pssBytes: null })];
  const { readings, samples } = runRows(finishedRunWith({ readings: seen }), context);
  expect(readings).toMatchObject([
    { run_id: 'c-0007', checkpoint: 'ready', elapsed_seconds: 0.1, rss_bytes: 9, pss_bytes: null },
  ]);
  expect(samples.map(({ run_id, rss_bytes }) => [run_id, rss_bytes])).toEqual([
    ['c-0007', 5],
    ['c-0007', 6],
  ]);
  expect(readings.every((row) => isRowOf(readingsTable, row))).toBe(true);
  expect(samples.every((row) => isRowOf(samplesTable, row))).toBe(true);
});
