import { metrics } from '../metrics/all-metrics.ts';
import { parameter, type Workload } from '../model/workload.ts';

export const workload: Workload = {
  id: 'spawn-backlog',
  title: 'create N no-op tasks while B unfinished ones are queued',
  parameters: { backlog: 0 },
  checkpoints: ['ready', 'queued', 'created', 'finished'],
  timed: { from: 'queued', to: 'created' },
  leastSeconds: () => 0,
  expectedTasks: (tasks, parameters) => tasks + parameter(parameters, 'backlog'),
  headline: () => metrics.tasks_per_second,
};
