import { metrics } from '../metrics/all-metrics.ts';
import type { Workload } from '../model/workload.ts';

/** Any command. The harness knows nothing about its tasks, so it proves nothing about them. */
export const workload: Workload = {
  id: 'command',
  title: 'a command of yours; whether it did its work is not checked',
  keepsContract: false,
  parameters: {},
  checkpoints: [],
  timed: { from: 'ready', to: 'finished' },
  leastSeconds: () => 0,
  expectedTasks: (tasks) => tasks,
  headline: () => metrics.peak_rss_bytes,
};
