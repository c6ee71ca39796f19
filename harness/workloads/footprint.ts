import { metrics } from '../metrics/all-metrics.ts';
import type { Parameters } from '../model/parameters.ts';
import { parameter, type Workload } from '../model/workload.ts';
import { LONGEST_SLEEP_SECONDS } from './sleep.ts';

export const workload: Workload = {
  id: 'footprint',
  title:
    "memory of N tasks that sleep `laps` times `pause` seconds; heap=1 adds the language's own accounting",
  parameters: { laps: 10, pause: 0.1, heap: 0 },
  checkpoints: ['ready', 'parked', 'finished'],
  timed: { from: 'ready', to: 'parked' },
  concurrency: 'counted',
  leastSeconds: lifetime,
  expectedTasks: (tasks) => tasks,
  // Each lap leaves garbage, so the peak depends on when the garbage collector runs.
  headline: ({ heap }) => (heap ? metrics.heap_bytes : metrics.parked_rss_bytes),
  lengthen(parameters) {
    const longer = { ...parameters, pause: parameter(parameters, 'pause') * 2 };
    return lifetime(longer) <= LONGEST_SLEEP_SECONDS ? longer : undefined;
  },
};

function lifetime(parameters: Parameters): number {
  return parameter(parameters, 'laps') * parameter(parameters, 'pause');
}
