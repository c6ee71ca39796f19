import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { livingProcess } from './living-process.ts';
import { parseProcStat } from './proc-stat.ts';
import { cpuSecondsOf, sumCpuSeconds } from './thread-times.ts';

/** The numbers of ticks in user mode and in the kernel, and the same of the children that were waited for. */
function statOf(...ticks: [number, number, number, number]) {
  return parseProcStat(`7 (node) S 1 7 7 0 -1 0 0 0 0 0 ${ticks.join(' ')} 20 0 3 0 12345`);
}

test('living threads are added up in nanoseconds, however few ticks they had', () => {
  const schedstats = ['1500000001 0 3\n', '250000000 7 9\n'];
  expect(sumCpuSeconds(schedstats, statOf(120, 54, 0, 0))).toBe(1.750000001);
});

test('what ended threads used is not lost: then the ticks are more', () => {
  expect(sumCpuSeconds(['1500000001 0 3\n'], statOf(200, 50, 0, 0))).toBe(2.5);
});

test('children that were waited for are added, and a kernel without schedstat has ticks', () => {
  expect(sumCpuSeconds(['1500000000 0 3\n'], statOf(0, 0, 20, 5))).toBe(1.75);
  expect(sumCpuSeconds([], statOf(3, 4, 0, 0))).toBe(0.07);
});

/** Keeps a thread of this process busy until it has used so much CPU time, and ends it. */
async function burn(seconds: number): Promise<void> {
  const source = `
    const used = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1e6; };
    while (used() < ${seconds});
  `;
  const worker = new Worker(source, { eval: true });
  await new Promise((resolve) => worker.once('exit', resolve));
}

/** The CPU time of this process by its own account, and by ours. */
function bothAccounts() {
  const { user, system } = process.cpuUsage();
  const one = livingProcess(process.pid);
  return { own: (user + system) / 1e6, ours: one ? cpuSecondsOf(one) : Number.NaN };
}

test.skipIf(process.platform !== 'linux')(
  'a process has the CPU time that it says itself, with that of threads that have ended',
  async () => {
    const before = bothAccounts();
    await burn(0.3);
    const after = bothAccounts();
    const own = after.own - before.own;
    expect(own).toBeGreaterThan(0.3);
    // Two ticks at either end, and what the reading itself takes.
    expect(Math.abs(after.ours - before.ours - own)).toBeLessThan(0.05 + 0.05 * own);
  },
);
