import { describe, expect, test } from 'vitest';
import { quiet } from './noise.fixture.ts';
import type { Noise } from './noise.ts';
import { noiseFlags } from './noise-flags.ts';
import type { TwoClocks } from './two-clocks.ts';

const usual: Noise = { ...quiet, cpuPressureSeconds: 5, otherCpuSeconds: 0.1 };

function flags(
  noise: Partial<Noise>,
  changes: { lateness?: number; difference?: number; clocks?: TwoClocks } = {},
) {
  return noiseFlags(
    { ...usual, ...noise },
    10,
    changes.lateness ?? 1.2,
    changes.difference ?? 0.001,
    changes.clocks,
  );
}

test("a quiet machine has no flag, whatever pressure the run's own threads made on the CPUs", () => {
  expect(flags({})).toEqual([]);
});

describe('each limit has its flag', () => {
  test.each([
    ['other-cpu', { otherCpuSeconds: 1.1 }],
    ['steal', { stolenCpuSeconds: 0.2 }],
    ['throttled', { throttledSeconds: 0.001 }],
    ['swap', { swapInPages: 1 }],
    ['swap', { swapOutPages: 1 }],
    ['memory-pressure', { memoryPressureSeconds: 0.2 }],
    ['io-pressure', { ioPressureSeconds: 1.1 }],
    ['unknown', { stolenCpuSeconds: null }],
  ])('%s', (flag, noise) => {
    expect(flags(noise)).toEqual([flag]);
  });

  test('sampler-gap: over five intervals', () => {
    expect(flags({}, { lateness: 5.5 })).toEqual(['sampler-gap']);
  });

  test('clocks-differ: by more than 20 ms and one percent', () => {
    const clocks = (harnessSeconds: number, programSeconds: number) =>
      flags({}, { clocks: { harnessSeconds, programSeconds } });
    expect(clocks(1.5, 0.05)).toEqual(['clocks-differ']);
    expect(clocks(0.05, 1.5)).toEqual(['clocks-differ']);
    expect(clocks(0.06, 0.05)).toEqual([]);
    expect(clocks(13.94, 13.886)).toEqual([]);
  });

  test('rss-differs: over one percent either way', () => {
    expect(flags({}, { difference: 0.02 })).toEqual(['rss-differs']);
    expect(flags({}, { difference: -0.02 })).toEqual(['rss-differs']);
  });
});

test('in a short run, the error of counting in ticks is no flag', () => {
  const noise = { ...usual, otherCpuSeconds: 0.03, stolenCpuSeconds: 0.01 };
  expect(noiseFlags(noise, 0.05, 0, null, undefined)).toEqual([]);
});
