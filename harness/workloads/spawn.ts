import { metrics } from '../metrics/all-metrics.ts';
import type { Workload } from '../model/workload.ts';

export const workload: Workload = {
  id: 'spawn',
  title: 'create N no-op tasks, stop the clock, then drain',
  parameters: {},
  checkpoints: ['ready', 'created', 'finished'],
  timed: { from: 'ready', to: 'created' },
  leastSeconds: () => 0,
  expectedTasks: (tasks) => tasks,
  headline: () => metrics.tasks_per_second,
};
