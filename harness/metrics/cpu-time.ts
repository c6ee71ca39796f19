import { CPU_SOURCES } from '../kernel/cpu-account.ts';
import type { Headline } from '../model/metric.ts';
import { LAST_CHECKPOINT } from '../model/workload.ts';
import { defineMetrics } from './define-metrics.ts';
import { MICROSECOND, TICK_SECONDS } from './grains.ts';
import { readingAt } from './measured-run.ts';
import type { RunColumns } from './run-column.ts';
import { cpuSecondsBetween, timedCpuSeconds } from './timed-work.ts';

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

/** The CPU time of a run and of its phases, from outside and more finely than in ticks. */
export const cpuTimeByPhase = defineMetrics({
  cpu_seconds: {
    type: 'number',
    description:
      'CPU time of all processes in user mode and in the kernel, from launch to the arrival of the last checkpoint; cpu_source says who counted it',
    label: 'CPU time',
    unit: 'second',
    grain: MICROSECOND,
    better: 'lower',
    isSummarised: true,
    of: ({ readings }) => readings.at(-1)?.cpu?.arrivedCpuSeconds ?? null,
  },
  create_cpu_seconds: {
    type: 'number',
    description:
      'CPU time of all processes while the tasks are created: from the release of "ready" (of "queued" in spawn-backlog) to the arrival of "parked" or "created"; on several threads it includes tasks that already run; cpu_source says who counted it',
    label: 'CPU time to create the tasks',
    unit: 'second',
    grain: MICROSECOND,
    better: 'lower',
    isSummarised: true,
    of: (run) => (run.workload.timed.to === LAST_CHECKPOINT ? null : timedCpuSeconds(run)),
  },
  finish_cpu_seconds: {
    type: 'number',
    description:
      'CPU time of all processes from the release of the previous checkpoint to the arrival of "finished": to wake the tasks and to collect them',
    label: 'CPU time to finish the tasks',
    unit: 'second',
    grain: MICROSECOND,
    better: 'lower',
    isSummarised: true,
    of: (run) => {
      const last = readingAt(run, LAST_CHECKPOINT);
      return last ? cpuSecondsBetween(run.readings.at(-2), last) : null;
    },
  },
});

/** Who counted the CPU time of a phase. */
export const cpuSource = {
  cpu_source: {
    type: 'string',
    values: CPU_SOURCES,
    description:
      "cgroup: the run's control group, exact, ended threads and processes included, in ns (version 1) or µs (version 2); schedstat: the threads of its processes, in ns, where ended threads or processes make it up to two ticks (20 ms) low each; empty where CPU time is only counted in ticks",
    of: ({ readings }) => readings.find(({ cpu }) => cpu !== undefined)?.cpu?.source ?? null,
  },
} as const satisfies RunColumns;

/** CPU time in user mode and in the kernel. Runs of before it was a column have it in two parts, in ticks. */
export const cpuSeconds: Headline = {
  ...cpuTimeByPhase.cpu_seconds,
  grain: TICK_SECONDS,
  valueIn(run) {
    const user = cpuTime.user_cpu_seconds.valueIn(run);
    const system = cpuTime.system_cpu_seconds.valueIn(run);
    const ticks = user === null || system === null ? null : user + system;
    return cpuTimeByPhase.cpu_seconds.valueIn(run) ?? ticks;
  },
};
