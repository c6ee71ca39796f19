import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ProcessMonitor, Snapshot } from '../../kernel/instrument.ts';
import { startSampler } from './sampler.ts';

const PACE = { denseMs: 10, sparseMs: 80 };
const MIB = 2 ** 20;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Samples a made-up program for a while; `rssAt` tells its memory by the millisecond. */
async function sample(rssAt: (ms: number) => number, forMs: number) {
  const start = performance.now();
  const elapsedMs = () => performance.now() - start;
  const snapshot = (): Snapshot => ({
    rssBytes: rssAt(elapsedMs()),
    peakRssBytes: rssAt(elapsedMs()),
    largestPeakRssBytes: rssAt(elapsedMs()),
    largestFileRssBytes: MIB,
    threads: 1,
    processes: 1,
    cpuSeconds: 0,
  });
  const monitor: ProcessMonitor = {
    read: async () => undefined,
    cpuSeconds: () => undefined,
    sample: snapshot,
    close: () => {},
  };
  const sampler = startSampler(
    monitor,
    PACE,
    () => elapsedMs() / 1000,
    () => {},
  );
  await vi.advanceTimersByTimeAsync(forMs);
  sampler.stop();
  return { samples: sampler.curve.samples(), peaks: sampler.peaks(), sampler };
}

test('memory that moves is sampled at the dense pace', async () => {
  const { samples } = await sample((ms) => ms * MIB, 1_000);
  expect(samples.length).toBeGreaterThanOrEqual(98);
});

test('a plateau is sampled at the sparse pace', async () => {
  const { samples } = await sample(() => 50 * MIB, 10_000);
  expect(samples.length).toBeLessThan(140);
  expect(samples.length).toBeGreaterThan(120);
});

test('after a plateau, the first movement brings the dense pace back', async () => {
  const { samples } = await sample((ms) => (ms < 5_000 ? 50 * MIB : ms * MIB), 6_000);
  const late = samples.filter(({ elapsedSeconds }) => elapsedSeconds > 5.1);
  expect(late.length).toBeGreaterThanOrEqual(88);
});

test('the peaks are those of what was seen', async () => {
  const { peaks } = await sample((ms) => (ms > 300 && ms < 400 ? 200 : 50) * MIB, 1_000);
  expect(peaks).toMatchObject({ processes: 1, peakRssBytes: 200 * MIB });
  expect(peaks.worstLateness).toBeLessThan(1.5);
});

test('a gap before or after a reading is none of the reading', async () => {
  const { sampler } = await sample(() => MIB, 500);
  const gapFrom = sampler.peaks().worstLateness;
  sampler.beforeReading();
  vi.advanceTimersByTime(5_000);
  sampler.afterReading();
  sampler.beforeReading();
  expect(sampler.peaks().worstLateness).toBe(gapFrom);
  vi.advanceTimersByTime(1_500); // somebody stopped us just after a program was let go
  sampler.beforeReading();
  expect(sampler.peaks().worstLateness).toBeGreaterThan(5);
});

test('a stopped sampler is silent', async () => {
  const { samples, sampler } = await sample(() => MIB, 500);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sampler.curve.length).toBe(samples.length);
});
