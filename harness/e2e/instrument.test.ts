import { describe, expect, test } from 'vitest';
import { taskCost } from '../analyse/task-cost.ts';
import { pageSize } from '../kernel/page-size.ts';
import { pollingInstrument } from '../kernel/polling-instrument.ts';
import type { Parameters } from '../model/parameters.ts';
import { isMissing } from '../model/runtime.ts';
import { runRows } from '../record/run-rows.ts';
import { placeForRuns } from '../run/group-for-run.ts';
import {
  buildFixture,
  FIXTURE_WORKLOADS,
  type FixtureRun,
  runFixture,
} from '../verify/known-memory/known-memory.ts';

const place = await placeForRuns();
const MIB = 2 ** 20;
const fixture = await buildFixture();
if (fixture === undefined) console.warn('SKIPPED: no C compiler, so no fixture; apt install gcc');

async function measure(
  kind: keyof typeof FIXTURE_WORKLOADS,
  parameters: Parameters,
  options: Partial<FixtureRun> = {},
) {
  const workload = FIXTURE_WORKLOADS[kind];
  const command = [fixture ?? ''] as const;
  const run = await runFixture({ command, workload, parameters, ...options });
  const context = { comparisonId: 'fixtures', machineId: 'here' };
  const { run: row, readings } = runRows(run, context);
  expect(row.status).toBe('ok');
  return { row, readings, run };
}

async function peakOf(kind: keyof typeof FIXTURE_WORKLOADS, parameters: Parameters) {
  const { row } = await measure(kind, parameters);
  return row.peak_rss_bytes ?? 0;
}

/** Within one percent, and 256 KiB for the pages of start-up. */
function expectBytes(measured: number, truth: number) {
  expect(Math.abs(measured - truth)).toBeLessThan(0.01 * truth + 256 * 1024);
}

async function times<Value>(count: number, action: () => Promise<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for (let i = 0; i < count; i += 1) values.push(await action());
  return values;
}

describe.skipIf(fixture === undefined)(
  'the instrument against programs of known memory and time',
  () => {
    test.each([16, 64, 256, 1024])('%d MiB are reported, 20 of 20', async (mib) => {
      const base = await peakOf('steady', { mib: 0 });
      for (const peak of await times(20, () => peakOf('steady', { mib }))) {
        expectBytes(peak - base, mib * MIB);
      }
    });

    test('a spike of 100 ms is caught, 50 of 50', async () => {
      const base = await peakOf('spike', { mib: 0, seconds: 0 });
      for (const peak of await times(50, () => peakOf('spike', { mib: 200, seconds: 0.1 }))) {
        expectBytes(peak - base, 200 * MIB);
      }
    });

    test("the harness's own heap leaves no trace in a child", async () => {
      const before = await peakOf('steady', { mib: 16 });
      const ballast = Buffer.alloc(500 * MIB, 1);
      const after = await peakOf('steady', { mib: 16 });
      expect(ballast[ballast.length - 1]).toBe(1); // still here while it was measured
      expect(Math.abs(after - before)).toBeLessThan(MIB);
    });

    test('a large run before leaves no trace in a small one', async () => {
      const alone = await peakOf('steady', { mib: 16 });
      await peakOf('steady', { mib: 1024 });
      expect(Math.abs((await peakOf('steady', { mib: 16 })) - alone)).toBeLessThan(MIB);
    });

    test.each([0, 1])(
      'a tree that shares 500 MiB counts them once; forked after %d s',
      async (seconds) => {
        const { row, readings } = await measure('tree', { mib: 500, children: 4, seconds });
        const parked = readings.find((reading) => reading.checkpoint === 'parked');
        expect(parked?.processes).toBe(5);
        expect(row.processes_peak).toBe(5);
        expect(Math.abs((parked?.pss_bytes ?? 0) / (500 * MIB) - 1)).toBeLessThan(0.05);
        // The marks of five processes add up to more; their peak does not.
        expect(row.peak_source).toBe(isMissing(place) ? 'several-at-least' : 'cgroup');
        expect(Math.abs((row.peak_rss_bytes ?? 0) / (500 * MIB) - 1)).toBeLessThan(0.02);
      },
    );

    test('a page a task is found again, within two percent', async () => {
      const pageBytes = (await pageSize()) ?? 0;
      const groups = [];
      for (const tasks of [1, 1_000, 10_000, 100_000]) {
        const values = await times(3, async () => {
          const { row } = await measure('pages', {}, { tasks });
          return row.peak_rss_bytes ?? 0;
        });
        groups.push({ tasks, runs: values.map((value, repeat) => ({ repeat, value })) });
      }
      expect(Math.abs((taskCost(groups, pageBytes)?.perTask ?? 0) / pageBytes - 1)).toBeLessThan(
        0.02,
      );
    });

    test("work is timed from outside: at least the program's own second, start-up not in it", async () => {
      const { row } = await measure('work', { seconds: 1 });
      expect(row.finish_seconds).toBeGreaterThanOrEqual(1);
      expect(row.startup_seconds).toBeGreaterThan(0);
      expect(row.wall_seconds).toBeGreaterThan(
        (row.startup_seconds ?? 0) + (row.finish_seconds ?? 0) + (row.exit_seconds ?? 0) - 1e-6,
      );
    });

    test('the polling instrument sees what lasts; the peak is told at the end', async () => {
      const { row } = await measure('steady', { mib: 64 }, { instrument: pollingInstrument });
      expect(row.peak_source).toBe('maxrss');
      expect(row.parked_pss_bytes).toBeNull();
      expectBytes((row.peak_rss_bytes ?? 0) - (row.ready_rss_bytes ?? 0), 64 * MIB);
    });

    test('the curve is sampled while the program lives', async () => {
      const { row, run } = await measure('work', { seconds: 1 });
      expect(row.sample_count).toBe(run.observed?.curve.length);
      expect(row.sample_count).toBeGreaterThan(5);
      expect(row.sample_interval_max_seconds).toBeGreaterThanOrEqual(
        row.sample_interval_p50_seconds ?? 0,
      );
    });
  },
);
