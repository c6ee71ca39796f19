import { metrics } from '../metrics/all-metrics.ts';
import { parameter, type Workload } from '../model/workload.ts';

/** The longest sleep that is tried when creating the tasks takes longer than one sleep. */
export const LONGEST_SLEEP_SECONDS = 160;

/**
 * The seconds in which most runtimes create so many tasks, so that all are alive at once. Where a runtime takes longer, its
 * tasks sleep longer (`run/sleep-choice.ts`). A million sleep for the ten seconds of the posts, whose claims about time are
 * held against them.
 */
export function provingSeconds(tasks: number): number {
  if (tasks <= 100_000) return 1;
  if (tasks < 1_000_000) return 3;
  return tasks === 1_000_000 ? 10 : 20;
}

export const workload: Workload = {
  id: 'sleep',
  title: 'N tasks, all asleep at once',
  parameters: { seconds: 10 },
  sleepParameter: 'seconds',
  checkpoints: ['ready', 'parked', 'finished'],
  timed: { from: 'ready', to: 'parked' },
  concurrency: 'counted',
  leastSeconds: (parameters) => parameter(parameters, 'seconds'),
  expectedTasks: (tasks) => tasks,
  // What the posts measured. What the tasks need while they sleep stands beside it: the peak includes garbage and waking up.
  headline: () => metrics.peak_rss_bytes,
  beside: { metric: metrics.parked_rss_bytes, head: 'while asleep' },
  lengthen(parameters) {
    const seconds = parameter(parameters, 'seconds') * 2;
    return seconds <= LONGEST_SLEEP_SECONDS ? { ...parameters, seconds } : undefined;
  },
};
