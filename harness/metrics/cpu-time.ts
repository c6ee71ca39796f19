import type { Headline } from '../model/metric.ts';
import { defineMetrics } from './define-metrics.ts';
import { TICK_SECONDS } from './grains.ts';

/** The CPU time that a run used. */
export const cpuTime = defineMetrics({
  user_cpu_seconds: {
    type: 'number',
    description:
      'CPU time in user mode of all processes, up to the last checkpoint, with a resolution of 10 ms (one kernel tick); for a command without checkpoints, up to its end, with a resolution of 1 µs',
    label: 'CPU time in user mode',
    unit: 'second',
    grain: TICK_SECONDS,
    better: 'lower',
    isSummarised: true,
    of: ({ readings, endedProcesses }) =>
      (readings.at(-1) ?? endedProcesses)?.userCpuSeconds ?? null,
  },
  system_cpu_seconds: {
    type: 'number',
    description:
      'CPU time in kernel mode of all processes, up to the last checkpoint, with a resolution of 10 ms (one kernel tick); for a command without checkpoints, up to its end, with a resolution of 1 µs',
    label: 'CPU time in the kernel',
    unit: 'second',
    grain: TICK_SECONDS,
    better: 'lower',
    isSummarised: true,
    of: ({ readings, endedProcesses }) =>
      (readings.at(-1) ?? endedProcesses)?.systemCpuSeconds ?? null,
  },
});

/** CPU time in user mode and in the kernel. It has no column of its own: runs.csv holds the two parts. */
export const cpuSeconds: Headline = {
  name: 'cpu_seconds',
  label: 'CPU time',
  unit: 'second',
  grain: TICK_SECONDS,
  better: 'lower',
  valueIn: (run) => {
    const user = cpuTime.user_cpu_seconds.valueIn(run);
    const system = cpuTime.system_cpu_seconds.valueIn(run);
    return user === null || system === null ? null : user + system;
  },
};
