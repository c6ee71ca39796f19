import { LAST_CHECKPOINT } from '../model/workload.ts';
import { defineMetrics } from './define-metrics.ts';
import { TIMER_STEP_SECONDS } from './grains.ts';
import { type MeasuredRun, readingAt } from './measured-run.ts';

const HOW =
  'from when it was due, on the clock of the program, which counts tasks in ranges that are 4.4 % wide; only in the workload lateness';

/** How late the tasks woke. */
export const lateness = defineMetrics({
  lateness_p50_seconds: {
    type: 'number',
    description: `How late the median task woke, ${HOW}`,
    label: 'lateness of the median task',
    unit: 'second',
    grain: TIMER_STEP_SECONDS,
    better: 'lower',
    isSummarised: true,
    of: (run) => reported(run, 'lateness_p50'),
  },
  lateness_p99_seconds: {
    type: 'number',
    description: `How late the task at the 99th percentile woke, ${HOW}`,
    label: 'lateness of the 99th percentile',
    unit: 'second',
    grain: TIMER_STEP_SECONDS,
    better: 'lower',
    isSummarised: true,
    of: (run) => reported(run, 'lateness_p99'),
  },
  lateness_max_seconds: {
    type: 'number',
    description: `How late the last task woke, ${HOW}`,
    label: 'lateness of the last task',
    unit: 'second',
    grain: TIMER_STEP_SECONDS,
    better: 'lower',
    isSummarised: true,
    of: (run) => reported(run, 'lateness_max'),
  },
});

function reported(run: MeasuredRun, fact: string): number | null {
  return readingAt(run, LAST_CHECKPOINT)?.facts[fact] ?? null;
}
