import type { Headline } from '../model/metric.ts';
import { defineMetrics } from './define-metrics.ts';
import { NO_STEP } from './grains.ts';
import { timedCpuSeconds, timedSeconds } from './timed-work.ts';

/** How fast a run went. */
export const rates = defineMetrics({
  tasks_per_second: {
    type: 'number',
    description:
      "Tasks divided by the time of the timed work on the harness's clock: create_seconds, or finish_seconds in spawn-join",
    label: 'tasks a second',
    unit: '1/second',
    grain: NO_STEP,
    better: 'higher',
    isSummarised: true,
    of: (run) => {
      const seconds = timedSeconds(run);
      return seconds === null ? null : run.planned.case.tasks / seconds;
    },
  },
  tasks_per_cpu_second: {
    type: 'number',
    description:
      'Tasks divided by the CPU time of the timed work: create_cpu_seconds, or finish_cpu_seconds in spawn-join',
    label: 'tasks a second of CPU time',
    unit: '1/second',
    grain: NO_STEP,
    better: 'higher',
    isSummarised: true,
    of: (run) => {
      const seconds = timedCpuSeconds(run);
      return seconds === null || seconds <= 0 ? null : run.planned.case.tasks / seconds;
    },
  },
});

/**
 * The rate of posts that measured CPU seconds: by CPU time, or by wall time in runs whose CPU time nobody counted. They
 * are the same for a program of one thread that never waits, on a machine with nothing else to do.
 */
export const cpuRate: Headline = {
  ...rates.tasks_per_cpu_second,
  valueIn: (run) => rates.tasks_per_cpu_second.valueIn(run) ?? rates.tasks_per_second.valueIn(run),
};
