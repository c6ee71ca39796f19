import { beforeEach, expect, test, vi } from 'vitest';
import { oneProcess } from '../../kernel/counters.fixture.ts';
import type { Instrument } from '../../kernel/instrument.ts';
import { allAtZero } from '../../kernel/machine-counters.fixture.ts';
import { NONE_ENDED } from '../ended-processes.ts';
import { monitorRun } from './run-monitor.ts';

/** CPU seconds used so far, by whom. */
const used = { run: 0, harness: 0, others: 0 };

vi.mock('../../kernel/machine-counters.ts', async (load) => ({
  ...(await load<object>()),
  readMachineCounters: () => ({
    ...allAtZero,
    busyCpuSeconds: used.run + used.harness + used.others,
  }),
}));
vi.mock('../../kernel/own-cpu-time.ts', () => ({ ourCpuSeconds: () => used.harness }));

beforeEach(() => Object.assign(used, { run: 0, harness: 100, others: 1_000 }));

/** Knows the run's CPU time at a reading, but not between scans. */
const instrument: Instrument = {
  id: 'proc',
  curvePace: { denseMs: 60_000, sparseMs: 60_000 },
  pollingPace: { denseMs: 60_000, sparseMs: 60_000 },
  attach: () => ({
    read: async () => ({ ...oneProcess, userCpuSeconds: used.run, systemCpuSeconds: 0 }),
    sample: () => undefined,
    cpuSeconds: () => undefined,
    close() {},
  }),
};

function start() {
  const endedProcesses = () => ({ ...NONE_ENDED, count: 1, userCpuSeconds: used.run });
  const child = { pid: 1, launcherPid: 2, endedProcesses };
  return monitorRun(
    instrument,
    child,
    undefined,
    instrument.curvePace,
    () => 7,
    () => {},
  );
}

/** Time passes in which all of them work. */
function work(run: number, harness: number, others: number): void {
  used.run += run;
  used.harness += harness;
  used.others += others;
}

test('up to the last checkpoint, the work of the harness after it is not taken off', async () => {
  const monitor = start();
  work(5, 1, 3);
  await monitor.read();
  work(5, 2, 4);
  expect(monitor.stop().noise.otherCpuSeconds).toBe(3);
});

test('a command without checkpoints is measured to its end, with what it used up to then', () => {
  const monitor = start();
  work(5, 1, 3);
  expect(monitor.stop().noise.otherCpuSeconds).toBe(3);
});

test('a look in between does not end the measurement', async () => {
  const monitor = start();
  work(5, 1, 3);
  await monitor.look();
  work(5, 2, 4);
  expect(monitor.stop().noise.otherCpuSeconds).toBe(7);
});
