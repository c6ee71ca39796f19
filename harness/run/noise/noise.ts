import type { MachineCounters } from '../../kernel/machine-counters.ts';

/** What else happened on the machine during a run, from its launch to its last reading; null is unknown, never fine. */
export interface Noise {
  readonly swapInPages: number | null;
  readonly swapOutPages: number | null;
  readonly stolenCpuSeconds: number | null;
  readonly throttledSeconds: number | null;
  readonly cpuPressureSeconds: number | null;
  readonly memoryPressureSeconds: number | null;
  readonly ioPressureSeconds: number | null;
  /** CPU time of all processes but the run's own and the harness. */
  readonly otherCpuSeconds: number | null;
}

/**
 * The change of the machine's counters over a run.
 *
 * @param ownCpuSeconds CPU time of the run and the harness in that time; null when the run's is unknown.
 */
export function noiseBetween(
  before: MachineCounters,
  after: MachineCounters,
  ownCpuSeconds: number | null,
): Noise {
  const change = (key: keyof MachineCounters) => {
    const [from, to] = [before[key], after[key]];
    return from === null || to === null ? null : to - from;
  };
  const busy = change('busyCpuSeconds');
  return {
    swapInPages: change('swapInPages'),
    swapOutPages: change('swapOutPages'),
    stolenCpuSeconds: change('stolenCpuSeconds'),
    throttledSeconds: change('throttledSeconds'),
    cpuPressureSeconds: change('cpuPressureSeconds'),
    memoryPressureSeconds: change('memoryPressureSeconds'),
    ioPressureSeconds: change('ioPressureSeconds'),
    // The kernel counts in ticks of 10 ms, on each side: a little less than nothing is nothing.
    otherCpuSeconds:
      busy === null || ownCpuSeconds === null ? null : Math.max(0, busy - ownCpuSeconds),
  };
}
