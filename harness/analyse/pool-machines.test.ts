import { expect, test } from 'vitest';
import { metrics } from '../metrics/all-metrics.ts';
import { machineRowWith } from '../results/machine-row.fixture.ts';
import { poolMachines } from './pool-machines.ts';
import { runRowWith } from './run-row.fixture.ts';
import { ALIKE, runsOfSeveral } from './several-machines.fixture.ts';
import { proportionalNoise } from './simulated-noise.fixture.ts';
import { summaryRows } from './summary.ts';

const peak = metrics.peak_rss_bytes;
const cases = ['a@1', 'b@1', 'c@1', 'd@1'].map((runtimeId, index) => ({
  runtimeId,
  bytes: (index + 1) * 1e8,
}));
const quiet = () => 1;

function withOneSlow(noise = quiet) {
  const machines = [
    { blocks: 3, factor: 1 },
    { blocks: 3, factor: 1.1 },
  ];
  return runsOfSeveral({ machines, cases, noise });
}

test('the runs of one machine stay exactly as they are', () => {
  const machines = [{ blocks: 5, factor: 1.1 }];
  const runs = runsOfSeveral({ machines, cases, noise: proportionalNoise(0.1) });
  const pooled = poolMachines(runs, [ALIKE]);
  expect(pooled.runs).toEqual(runs);
  expect(runs.map((run) => pooled.spreadOf(run, peak))).toEqual(runs.map(() => null));
});

test("what a machine adds to every figure is taken out, and is the machines' spread", () => {
  const runs = withOneSlow();
  const pooled = poolMachines(runs, [ALIKE]);
  for (const run of pooled.runs) {
    const { bytes = 0 } = cases.find(({ runtimeId }) => runtimeId === run.runtime_id) ?? {};
    expect((run.peak_rss_bytes ?? 0) / bytes).toBeCloseTo(Math.sqrt(1.1), 9);
    expect(pooled.spreadOf(run, peak)).toBeCloseTo(0.1, 9);
  }
});

test('a block that lost a run, and a case that a machine treats in its own way, move no effect much', () => {
  const runs = withOneSlow()
    .map((run) =>
      run.runtime_id === 'a@1' && run.host_id === 'host-0' ? { ...run, peak_rss_bytes: 3e8 } : run,
    )
    .map((run, index) => (index === 2 ? { ...run, status: 'timeout' } : run));
  const pooled = poolMachines(runs, [ALIKE]);
  expect(pooled.spreadOf(runs[0] ?? runRowWith({}), peak)).toBeCloseTo(0.1, 9);
  expect(pooled.runs[2]).toEqual(runs[2]);
});

test('machines that do not agree are not pooled', () => {
  const other = machineRowWith({ machine_id: 'other', cpu_model: 'Another CPU' });
  const runs = withOneSlow().map((run) =>
    run.host_id === 'host-1' ? { ...run, machine_id: 'other' } : run,
  );
  expect(poolMachines(runs, [ALIKE, other]).runs).toEqual(runs);
  const rows = summaryRows(runs, poolMachines(runs, [ALIKE, other])).filter(
    ({ metric }) => metric === peak.name,
  );
  expect(rows.map(({ machine_id, runs }) => `${machine_id} ${runs}`).sort()).toEqual([
    ...Array(4).fill('m 3'),
    ...Array(4).fill('other 3'),
  ]);
});

test('machines that agree are one in the summary, whose range is that of what was measured', () => {
  const twin = machineRowWith({ machine_id: 'twin', memory_bytes: 24.9e9 });
  const runs = withOneSlow().map((run) =>
    run.host_id === 'host-1' ? { ...run, machine_id: 'twin' } : run,
  );
  const [row] = summaryRows(runs, poolMachines(runs, [ALIKE, twin])).filter(
    ({ metric }) => metric === peak.name,
  );
  expect(row).toMatchObject({ machine_id: 'm', runs: 6, min: 1e8 });
  expect(row?.max).toBeCloseTo(1.1e8, 0);
  expect(row?.median).toBeCloseTo(1e8 * Math.sqrt(1.1), 0);
  expect(row?.machine_spread).toBeCloseTo(0.1, 9);
});

test('one run of one case on each machine tells noise from machines in no way: it stays', () => {
  const machines = [1, 1.1, 1.2].map((factor) => ({ blocks: 1, factor }));
  const runs = runsOfSeveral({ machines, cases: cases.slice(0, 1), noise: quiet });
  expect(poolMachines(runs, [ALIKE]).runs).toEqual(runs);
});

test('figures without a logarithm stay', () => {
  const runs = withOneSlow().map((run) => ({ ...run, major_faults: run.repeat % 2 }));
  const pooled = poolMachines(runs, [ALIKE]);
  expect(pooled.runs.map((run) => run.major_faults)).toEqual(runs.map((run) => run.major_faults));
  expect(pooled.spreadOf(runs[0] ?? runRowWith({}), metrics.major_faults)).toBeNull();
});

test('machines that have no case in common are not compared', () => {
  const runs = ['a@1', 'b@1'].flatMap((runtime_id, host) =>
    [100e6, 101e6, 102e6].map((peak_rss_bytes) =>
      runRowWith({ runtime_id, host_id: `host-${host}`, peak_rss_bytes }),
    ),
  );
  const pooled = poolMachines(runs, []);
  expect(pooled.runs).toEqual(runs);
  expect(pooled.spreadOf(runs[0] ?? runRowWith({}), peak)).toBeNull();
});
