import { metrics } from '../metrics/all-metrics.ts';
import type { Workload } from '../model/workload.ts';

export const workload: Workload = {
  id: 'spawn-join',
  title: 'create N no-op tasks and await them all',
  parameters: {},
  checkpoints: ['ready', 'finished'],
  timed: { from: 'ready', to: 'finished' },
  leastSeconds: () => 0,
  expectedTasks: (tasks) => tasks,
  headline: () => metrics.tasks_per_second,
};
