import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { readProc } from '../kernel/proc-file.ts';
import { isMissing } from '../model/runtime.ts';
import { onPath } from '../provision/on-path.ts';
import { runRows } from '../record/run-rows.ts';
import { placeForRuns } from '../run/group-for-run.ts';
import {
  buildFixture,
  FIXTURE_WORKLOADS,
  type FixtureRun,
  runFixture,
} from '../verify/known-memory/known-memory.ts';
import { workload as commandWorkload } from '../workloads/command.ts';

const MIB = 2 ** 20;
const fixture = await buildFixture();
const place = await placeForRuns();
if (isMissing(place)) console.warn(`SKIPPED: peaks of trees: ${place.missing}; ${place.remedy}`);
const time = await onPath('time');
if (time === undefined) console.warn('SKIPPED: GNU time; apt install time');

async function rowsOf(run: FixtureRun) {
  const finished = await runFixture(run);
  expect(finished.outcome).toEqual({ status: 'ok' });
  return runRows(finished, { comparisonId: 'c', machineId: 'm' });
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe.skipIf(fixture === undefined || isMissing(place))('the peak of several processes', () => {
  test('a worker that held 500 MiB for 20 ms and ended is in it, 50 of 50', async () => {
    for (let run = 0; run < 50; run += 1) {
      const { run: row } = await rowsOf({
        command: [String(fixture)],
        workload: FIXTURE_WORKLOADS.worker,
        parameters: { mib: 500, seconds: 0.02 },
      });
      expect(row.peak_source).toBe('cgroup');
      expect(Math.abs((row.peak_rss_bytes ?? 0) / (500 * MIB) - 1)).toBeLessThan(0.01);
    }
  });

  test('what a pool of four shares counts once', async () => {
    const { run: row } = await rowsOf({
      command: [String(fixture), 'pool', '1', 'mib=300', 'children=4', 'seconds=0.1'],
      workload: commandWorkload,
    });
    expect(row).toMatchObject({ peak_source: 'cgroup', processes_peak: 5 });
    expect(Math.abs((row.peak_rss_bytes ?? 0) / (300 * MIB) - 1)).toBeLessThan(0.02);
  });

  test('a daemon that was started before "ready" is in it, and in every reading', async () => {
    const { run: row, readings } = await rowsOf({
      command: [String(fixture)],
      workload: FIXTURE_WORKLOADS.daemon,
      parameters: { mib: 200 },
    });
    expect(Math.abs((row.peak_rss_bytes ?? 0) / (200 * MIB) - 1)).toBeLessThan(0.02);
    for (const reading of readings) {
      expect(reading.processes).toBe(2);
      expect(reading.rss_bytes).toBeGreaterThan(200 * MIB);
      expect(reading.charged_bytes).toBeGreaterThan(200 * MIB);
    }
  });
});

describe.skipIf(fixture === undefined)('a command of a millisecond', () => {
  test.skipIf(time === undefined)(
    'has a figure each time, and their median is that of GNU time',
    async () => {
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let run = 0; run < 100; run += 1) {
        const { run: row } = await rowsOf({ command: ['/bin/true'], workload: commandWorkload });
        expect(row.peak_source).toBe('maxrss');
        ours.push(row.peak_rss_bytes ?? 0);
        const { stderr } = await execa(String(time), ['-f', '%M', '/bin/true']);
        theirs.push(Number(stderr) * 1024);
      }
      expect(Math.min(...ours)).toBeGreaterThan(0.5 * MIB);
      expect(Math.abs(median(ours) / median(theirs) - 1)).toBeLessThan(0.05);
    },
  );
});

const runOne = fileURLToPath(new URL('./fixtures/run-one.ts', import.meta.url));

test('while a command prints a gigabyte, the harness stays under 150 MB', async () => {
  const measured = 'yes | head -c 1000000000; yes | head -c 100000000 >&2';
  const harness = execa(process.execPath, [runOne, 'command', '/bin/sh', '-c', measured]);
  let peak = 0;
  const watch = setInterval(() => {
    const status = readProc(`/proc/${harness.pid}/status`) ?? '';
    peak = Math.max(peak, Number(status.match(/^VmHWM:\s+(\d+) kB$/m)?.[1] ?? 0) * 1024);
  }, 20);
  const { stdout } = await harness;
  clearInterval(watch);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: { status: 'ok' } });
  expect(peak).toBeGreaterThan(10 * MIB);
  expect(peak).toBeLessThan(150e6);
});

test('a harness that was stopped after a release says that the two clocks differ', async () => {
  const program = [
    'echo checkpoint ready; read go',
    'echo checkpoint parked live=1; read go',
    'harness=$(cut -d" " -f4 /proc/$PPID/stat)',
    'kill -STOP $harness; sleep 1.5; kill -CONT $harness',
    'echo checkpoint finished started=1 finished=1 live_peak=1 seconds=0.05; read go',
  ].join('; ');
  const { stdout } = await execa(process.execPath, [
    ...[runOne, 'contract', '/bin/sh', '-c', program],
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    outcome: { status: 'ok' },
    noiseFlags: expect.arrayContaining(['clocks-differ', 'sampler-gap']),
  });
});

test('200 processes are watched by a harness that may open 64 files', async () => {
  const command = 'for i in $(seq 200); do sleep 1.31415 & done; wait';
  const { stdout, stderr } = await execa('/bin/sh', [
    '-c',
    'ulimit -n 64; exec "$@"',
    'sh',
    ...[process.execPath, runOne, 'command', '/bin/sh', '-c', command],
  ]);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout).outcome).toEqual({ status: 'ok' });
});
