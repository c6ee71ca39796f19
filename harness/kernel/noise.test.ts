import { expect, test } from 'vitest';
import { allAtZero } from './machine-counters.fixture.ts';
import type { MachineCounters } from './machine-counters.ts';
import { noiseBetween } from './noise.ts';

const before: MachineCounters = {
  ...allAtZero,
  swapInPages: 100,
  swapOutPages: 200,
  busyCpuSeconds: 1000,
  stolenCpuSeconds: 5,
  cpuPressureSeconds: 10,
  memoryPressureSeconds: 20,
  ioPressureSeconds: 30,
  throttledSeconds: null,
};
const after = { ...before, swapInPages: 103, busyCpuSeconds: 1012, stolenCpuSeconds: 5.5 };

test('noise is the change of the counters; what the machine does not tell stays unknown', () => {
  expect(noiseBetween(before, after, 10)).toMatchObject({
    swapInPages: 3,
    swapOutPages: 0,
    stolenCpuSeconds: 0.5,
    throttledSeconds: null,
  });
});

test('the CPU time of others is what the run and the harness did not use', () => {
  expect(noiseBetween(before, after, 10).otherCpuSeconds).toBe(2);
  expect(noiseBetween(before, after, null).otherCpuSeconds).toBeNull();
});

test('ticks that make it a little less than nothing make it nothing', () => {
  expect(noiseBetween(before, after, 12.03).otherCpuSeconds).toBe(0);
});
